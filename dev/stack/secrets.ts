// Known to everyone: they guard nothing but demo data on one's own machine.
export const secrets = {
  publishableKey: "sb_publishable_campus_interviews_local",
  secretKey: "sb_secret_campus_interviews_local",
  jwtSecret: "campus-interviews-local-jwt-secret-of-32-bytes-or-more",
  linkSecret: "campus-interviews-local-interview-link-secret",
  deliverySecret: "campus-interviews-local-delivery-secret",
  webhookSecret: "whsec_Y2FtcHVzLWludGVydmlld3MtbG9jYWwtd2ViaG9vaw==",
};
