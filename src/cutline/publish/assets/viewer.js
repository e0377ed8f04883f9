"use strict";
(() => {
  /** One photograph in the viewer; its picture is fetched when it or a neighbour is shown. */
  class Slide {
    /**
     * @param {HTMLElement} figure the photograph on the page
     * @param {string} more words on the button that opens a long caption
     */
    constructor(figure, more) {
      this.figure = figure;
      this.link = /** @type {HTMLAnchorElement} */ (figure.querySelector(".frame"));
      this.element = document.createElement("div");
      this.element.className = "slide";
      this.frame = document.createElement("div");
      this.words = document.createElement("div");
      this.words.className = "words";
      this.text = document.createElement("p");
      this.text.className = "short";
      this.more = document.createElement("button");
      this.more.className = "more";
      this.more.textContent = more;
      this.more.hidden = true;
      this.more.addEventListener("click", () => this.unfold());
      this.element.append(this.frame, this.words);
    }

    /** Puts the picture and its words in, once. */
    fill() {
      if (this.frame.firstChild) return;
      const picture = /** @type {Element} */ (this.link.querySelector("picture")?.cloneNode(true));
      for (const part of picture.querySelectorAll("[sizes]")) part.setAttribute("sizes", "100vw");
      const image = /** @type {HTMLImageElement} */ (picture.querySelector("img"));
      image.loading = "eager";
      image.fetchPriority = "auto";
      const cover = this.figure.querySelector("details");
      if (cover && !cover.open) this.cover(cover, picture);
      else this.frame.append(picture);
      const caption = this.figure.querySelector(".caption");
      const credit = this.figure.querySelector(".credit");
      if (caption) this.text.append(caption.cloneNode(true));
      this.words.append(this.text);
      if (credit) {
        const line = document.createElement("p");
        line.append(credit.cloneNode(true));
        this.words.append(line);
      }
      this.words.append(this.more);
    }

    /**
     * Covers a sensitive photograph here too, until it is asked for.
     * @param {HTMLDetailsElement} cover
     * @param {Node} picture
     */
    cover(cover, picture) {
      const button = document.createElement("button");
      button.className = "covered";
      button.append(.../** @type {Element} */ (cover.firstElementChild?.cloneNode(true)).childNodes);
      button.addEventListener("click", () => {
        cover.open = true;
        this.frame.replaceChildren(picture);
        this.element.parentElement?.focus();
      });
      this.frame.append(button);
    }

    /** @param {boolean} shown whether it is the one that is looked at */
    current(shown) {
      this.element.inert = !shown;
      if (shown && this.text.className) {
        this.more.hidden = this.text.scrollHeight <= this.text.clientHeight + 1;
      }
    }

    /** Shows the whole of a long caption. */
    unfold() {
      this.text.className = "";
      this.more.hidden = true;
      this.words.tabIndex = 0;
      this.words.focus();
    }
  }

  /** All photographs of the page one at a time, over the whole window. */
  class Viewer {
    /**
     * @param {HTMLDialogElement} dialog
     * @param {HTMLElement[]} figures
     */
    constructor(dialog, figures) {
      /** @type {(name: string) => any} */
      const find = (name) => dialog.querySelector(name);
      this.dialog = dialog;
      /** @type {HTMLElement} */
      this.track = find(".track");
      /** @type {HTMLElement} */
      this.status = find(".position");
      /** @type {HTMLButtonElement} */
      this.before = find(".previous");
      /** @type {HTMLButtonElement} */
      this.after = find(".next");
      this.index = -1;
      /** @type {HTMLElement | null} */
      this.opener = null;
      this.slides = figures.map((figure) => new Slide(figure, dialog.dataset.more || ""));
      this.track.append(...this.slides.map((slide) => slide.element));
      this.watch(find(".close"));
    }

    /** @param {HTMLElement} close */
    watch(close) {
      this.slides.forEach((slide, index) =>
        slide.link.addEventListener("click", (event) => {
          if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
          event.preventDefault();
          history.pushState({ viewer: true }, "", `#photo-${index + 1}`);
          this.open(index, slide.link);
        }));
      this.before.addEventListener("click", () => this.go(this.index - 1));
      this.after.addEventListener("click", () => this.go(this.index + 1));
      close.addEventListener("click", () => this.dialog.close());
      this.dialog.addEventListener("close", () => this.closed());
      addEventListener("keydown", (event) => this.key(event));
      addEventListener("hashchange", () => this.follow());
      /* A page that is opened at a photograph has its focus taken out of the dialog again. */
      addEventListener("load", () => this.dialog.contains(document.activeElement) || this.track.focus());
      this.seen = new IntersectionObserver(() => this.swiped(), { root: this.track, threshold: .6 });
    }

    /** Follows a swipe. What was seen may be old news by now, so the slides are asked again. */
    swiped() {
      const middle = innerWidth / 2;
      const index = this.slides.findIndex((slide) => {
        const box = slide.element.getBoundingClientRect();
        return box.left < middle && middle < box.right;
      });
      if (index >= 0) this.show(index);
    }

    /** Opens, closes or moves as the address says. */
    follow() {
      const named = /^#photo-(\d+)$/.exec(location.hash);
      const index = named ? Number(named[1]) - 1 : -1;
      if (!this.slides[index]) this.dialog.close();
      else if (this.dialog.open) this.go(index);
      else this.open(index, this.slides[index].link);
    }

    /**
     * @param {number} index
     * @param {HTMLElement} opener what gets the focus back
     */
    open(index, opener) {
      this.opener = opener;
      this.index = -1;
      this.dialog.showModal();
      this.go(index);
      this.slides.forEach((slide) => this.seen?.observe(slide.element));
    }

    /** @param {number} index */
    go(index) {
      if (!this.slides[index]) return;
      this.show(index);
      this.slides[index].element.scrollIntoView({ behavior: "instant", block: "nearest", inline: "center" });
    }

    /** @param {number} index the photograph that now fills the window */
    show(index) {
      if (index === this.index) return;
      this.index = index;
      for (const near of [index, index + 1, index - 1]) this.slides[near]?.fill();
      this.slides.forEach((slide, place) => slide.current(place === index));
      this.turn(this.before, index === 0);
      this.turn(this.after, index === this.slides.length - 1);
      this.status.textContent = (this.dialog.dataset.position || "").replace("{n}", `${index + 1}`);
      history.replaceState(history.state, "", `#photo-${index + 1}`);
    }

    /**
     * A button that ends under the reader's finger hands the focus on.
     * @param {HTMLButtonElement} button
     * @param {boolean} off
     */
    turn(button, off) {
      if (off && document.activeElement === button) this.track.focus();
      button.disabled = off;
    }

    /** @param {KeyboardEvent} event */
    key(event) {
      if (!this.dialog.open || event.altKey || event.ctrlKey || event.metaKey) return;
      const ahead = document.documentElement.dir === "rtl" ? -1 : 1;
      const to = {
        ArrowRight: this.index + ahead,
        ArrowLeft: this.index - ahead,
        Home: 0,
        End: this.slides.length - 1,
      }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      this.go(to);
    }

    /** Leaves the address as it was before the viewer and hands the focus back. */
    closed() {
      /* News of a close comes late: Back and Forward in haste have opened it again by now. */
      if (this.dialog.open) return;
      this.seen?.disconnect();
      if (location.hash.startsWith("#photo-")) {
        if (history.state?.viewer) history.back();
        else history.replaceState(null, "", location.href.split("#")[0]);
      }
      const cover = this.opener?.closest("details:not([open])");
      (cover?.querySelector("summary") || this.opener)?.focus({ preventScroll: true });
    }
  }

  /** Lets the pictures below the lead go, once it no longer has to share its bandwidth. */
  const release = () => document.documentElement.classList.remove("held");
  addEventListener("load", release);
  addEventListener("scroll", release, { once: true, passive: true });
  addEventListener("beforeprint", () => {
    release();
    for (const image of document.images) image.loading = "eager";
  });

  const dialog = document.querySelector("dialog");
  if (dialog) {
    new Viewer(dialog, [...document.querySelectorAll("figure")]).follow();
  }
})();
