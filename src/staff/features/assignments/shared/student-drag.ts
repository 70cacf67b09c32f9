import { type DragEvent, useState } from "react";

export interface DraggedStudent {
  studentId: string;
  name: string;
  /** The slot they come from; none for an applicant without one. */
  slotId?: string;
}

const type = "application/x-student";

/** Props for what can be dragged onto a slot by pointer; a menu does the same by keyboard. */
export const draggedAs = (student: DraggedStudent) => ({
  draggable: true,
  onDragStart: (event: DragEvent) => {
    event.dataTransfer.setData(type, JSON.stringify(student));
    event.dataTransfer.effectAllowed = "move";
  },
});

/** Props for a slot that takes a student, and whether one is held over it. */
export function useStudentDrop(onDrop: (student: DraggedStudent) => void) {
  const [isOver, setIsOver] = useState(false);
  const isStudent = (event: DragEvent) => event.dataTransfer.types.includes(type);
  return {
    isOver,
    dropProps: {
      onDragOver: (event: DragEvent) => {
        if (!isStudent(event)) return;
        event.preventDefault();
        setIsOver(true);
      },
      onDragLeave: () => setIsOver(false),
      onDrop: (event: DragEvent) => {
        setIsOver(false);
        if (!isStudent(event)) return;
        event.preventDefault();
        onDrop(JSON.parse(event.dataTransfer.getData(type)));
      },
    },
  };
}
