/** Where things open in the tab in Teams. */
export interface TabLinks {
  item(key: string): string;
  meeting(key: string): string;
  page(name: "deadlines" | "meetings"): string;
}

/** Links into the tab. @param address with `{place}` where the place in the tab stands: `item:KEY`, `page:NAME`. */
export function createTabLinks(address: string): TabLinks {
  const link = (place: string) => address.replace("{place}", encodeURIComponent(place));
  return {
    item: (key) => link(`item:${key}`),
    meeting: (key) => link(`meeting:${key}`),
    page: (name) => link(`page:${name}`),
  };
}
