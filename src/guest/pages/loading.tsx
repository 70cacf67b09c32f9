import { Frame } from "../../shared/frame";
import { Skeleton } from "../../ui/feedback/skeleton";

export function Loading() {
  return (
    <Frame title="Opening">
      <div role="status" className="sr-only">
        <h1>Opening your page</h1>
      </div>
      <div className="flex flex-col gap-1">
        <Skeleton className="h-6 w-72 max-w-full" />
        <Skeleton className="h-7 w-56" />
      </div>
      <Skeleton className="h-60" />
    </Frame>
  );
}
