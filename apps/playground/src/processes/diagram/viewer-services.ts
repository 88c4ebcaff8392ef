// The parts of diagram-js services that are used here. Their types are in a package that is no dependency of ours.

export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Canvas {
  zoom(): number
  zoom(scale: number): number
  viewbox(): { readonly inner: Rectangle; readonly outer: Rectangle }
  viewbox(box: Rectangle): void
  resized(): void
  addMarker(elementId: string, name: string): void
  removeMarker(elementId: string, name: string): void
  /** A layer of the drawing above the elements. */
  getLayer(name: string, index: number): SVGGElement
}

export interface DiagramElement {
  readonly id: string
  /** The element whose label it is. */
  readonly labelTarget?: DiagramElement | undefined
  /** Position and size of a shape. */
  readonly height?: number | undefined
  /** Points of a connection. */
  readonly waypoints?: readonly { readonly x: number; readonly y: number }[] | undefined
}

export interface ElementRegistry {
  get(id: string): DiagramElement | undefined
}

export interface EventBus {
  on(name: 'element.click', listener: (event: { readonly element: DiagramElement }) => void): void
}

export interface Overlays {
  add(
    elementId: string,
    overlay: {
      readonly position: {
        readonly bottom?: number
        readonly left?: number
        readonly right?: number
        readonly top?: number
      }
      readonly html: HTMLElement
      readonly scale: { readonly min: number; readonly max: number }
    },
  ): string
  remove(overlayId: string): void
}
