const password = "campus-demo";

export const accounts = {
  admin: { email: "admin@demo.example", password },
  viewer: { email: "viewer@demo.example", password },
  /** A viewer of their own for the test that changes a password. */
  forgetful: { email: "forgetful@demo.example", password },
  /** May sign in, and is not of the office's staff. */
  stranger: { email: "stranger@demo.example", password },
};
