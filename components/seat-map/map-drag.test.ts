import { describe, expect, it } from "vitest";
import { createDrag } from "./map-drag";

const at = (x: number, k = 1) => ({ x, y: 0, k });

describe("createDrag", () => {
  it("tells the speed of the last moments, not of the whole drag", () => {
    const drag = createDrag();
    drag.note(at(0), 0);
    drag.note(at(10), 500);
    drag.note(at(90), 540);

    expect(drag.speedAt(545)).toEqual({ x: 2, y: 0 });
  });

  it("throws nothing that was held still before it was let go", () => {
    const drag = createDrag();
    drag.note(at(0), 0);
    drag.note(at(80), 40);

    expect(drag.speedAt(200)).toEqual({ x: 0, y: 0 });
  });

  it("throws nothing that was pinched", () => {
    const drag = createDrag();
    drag.note(at(0, 1), 0);
    drag.note(at(80, 1.2), 40);

    expect(drag.speedAt(41)).toEqual({ x: 0, y: 0 });
  });

  it("knows nothing of the drag before", () => {
    const drag = createDrag();
    drag.note(at(0), 0);
    drag.begin();
    drag.note(at(80), 40);

    expect(drag.speedAt(41)).toEqual({ x: 0, y: 0 });
  });
});
