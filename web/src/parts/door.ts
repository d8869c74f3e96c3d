/** What people join by; from GET /api/w/<id>/door and from the founding of a workshop. */
export interface DoorFacts {
  join_link: string;
  code: string;
  observer_link: string;
  /** SVG text of the join link. */
  qr: string;
}
