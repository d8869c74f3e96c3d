import { routeOf, type Route } from "./route";

class Place {
  path = $state(location.pathname);
  fragment = $state(location.hash.slice(1));

  constructor() {
    window.addEventListener("popstate", () => this.#read());
    window.addEventListener("hashchange", () => this.#read());
  }

  get route(): Route {
    return routeOf(this.path);
  }

  go(path: string): void {
    history.pushState(null, "", path);
    this.#read();
  }

  /** Takes the token out of the address bar and the history. */
  forgetFragment(): void {
    history.replaceState(null, "", location.pathname + location.search);
    this.fragment = "";
  }

  #read(): void {
    this.path = location.pathname;
    this.fragment = location.hash.slice(1);
  }
}

export const place = new Place();
