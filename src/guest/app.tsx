export default function GuestApp() {
  return <title>Campus Interviews</title>;
}
