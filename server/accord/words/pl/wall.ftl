# Umowa w skrócie: mówi serwer, na ekran na ścianie i na stronę linku.

wall-version = Wersja { $version }
wall-version-draft = Projekt wersji { $version }
wall-status-draft = Jeszcze bez podpisów
wall-status-waiting = { $signed } z { $of } podpisów
wall-status-refused = { $refused ->
    [one] { $signed } z { $of } podpisów, { $refused } odmowa
    [few] { $signed } z { $of } podpisów, { $refused } odmowy
   *[other] { $signed } z { $of } podpisów, { $refused } odmów
}
wall-status-in-force = Obowiązuje od { $day }
wall-before = Zanim podpiszą wszyscy, obowiązuje wersja { $version }.
wall-promises = Zobowiązania: { $team }
wall-goals = Nasz wspólny cel
wall-funnel = Miesiąc w lejku
wall-meeting = Najbliższe spotkanie
wall-review = Najbliższy przegląd
wall-qr = Aktualna umowa
wall-empty = Niczego jeszcze nie uzgodniono
wall-empty-more = Gdy oba zespoły zgodzą się na pierwsze zdanie, pojawi się ono tutaj samo: wspólny cel, zobowiązania obok siebie, najbliższe spotkanie.

# sam ekran
wall-none = Jeszcze bez zobowiązań
wall-title = Widok na ścianę
wall-level = Poziom
wall-controls = Ten ekran
wall-before-page = Poprzednia strona
wall-next-page = Następna strona
wall-pause = Wstrzymaj
wall-play = Wznów
wall-full = Pełny ekran
wall-full-end = Zamknij pełny ekran
wall-page = { $n } z { $of }
wall-old = Stan z { $time }. Serwer nie odpowiada; ekran odświeży się sam.
wall-loading = Pobieramy umowę.
wall-gone = Ten ekran nic już nie pokazuje
wall-gone-more = Link odwołano albo ta przeglądarka nie ma miejsca w warsztacie. Zapytaj osobę, od której masz link.
wall-key-next = Następna strona widoku na ścianę
wall-key-before = Poprzednia strona widoku na ścianę
wall-key-pause = Wstrzymaj albo wznów widok na ścianę
wall-key-full = Pełny ekran
