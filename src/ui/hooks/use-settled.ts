import { useEffect, useState } from "react";

/** The value as it was once it had not changed for so many milliseconds. */
export function useSettled<Value>(value: Value, wait = 400): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), wait);
    return () => clearTimeout(timer);
  }, [value, wait]);
  return settled;
}
