# --- części umowy: nazwy, kolejność, co jest poza umową ---
sections-open = Układ części
sections-title = Części umowy
sections-how = Numery idą za kolejnością. Część poza umową zachowuje swoje słowa i wraca razem z nimi.
sections-chapters = Rozdziały
sections-annexes = Załączniki
sections-summary = Na początku
sections-in = w umowie
sections-in-of = W umowie: { $name }
sections-always = zawsze w umowie
sections-itself = dokument wypełnia ją sam
sections-clauses = { $n ->
    [0] jeszcze bez punktów
    [one] { $n } punkt
    [few] { $n } punkty
    [many] { $n } punktów
   *[other] { $n } punktu
  }
sections-off-clauses = { $n ->
    [0] poza umową
    [one] poza umową, { $n } punkt czeka
    [few] poza umową, { $n } punkty czekają
    [many] poza umową, { $n } punktów czeka
   *[other] poza umową, { $n } punktu czeka
  }
sections-off-sure = { $n ->
    [one] { $n } punkt zniknie z umowy i z plików do pobrania. Jego słowa zostają tutaj i wrócą, gdy włączycie tę część z powrotem.
    [few] { $n } punkty znikną z umowy i z plików do pobrania. Ich słowa zostają tutaj i wrócą, gdy włączycie tę część z powrotem.
    [many] { $n } punktów zniknie z umowy i z plików do pobrania. Ich słowa zostają tutaj i wrócą, gdy włączycie tę część z powrotem.
   *[other] { $n } punktu zniknie z umowy i z plików do pobrania. Ich słowa zostają tutaj i wrócą, gdy włączycie tę część z powrotem.
  }
sections-off-go = Zostaw poza umową
sections-rename = Zmień nazwę
sections-rename-of = Zmień nazwę: { $name }
sections-name = Nazwa
sections-save = Zapisz nazwę
sections-as-planned = Jak w planie: { $name }
sections-add = Dodaj własną część
sections-add-name = Nazwa nowej części
sections-add-go = Dodaj
sections-remove = Usuń
sections-remove-of = Usuń: { $name }
sections-own = własna
sections-needs-name = Podaj nazwę w każdym języku warsztatu.
sections-left-out = Poza umową
sections-left-out-one = { $name } ({ $n ->
    [0] bez punktów
    [one] { $n } punkt czeka
    [few] { $n } punkty czekają
    [many] { $n } punktów czeka
   *[other] { $n } punktu czeka
  })
sections-freeze-left-out = Celowo poza umową: { $sections }.

# co wersja mówi o swoich częściach w porównaniu z inną
sections-compare-added = włączona
sections-compare-removed = poza umową
sections-compare-renamed = inna nazwa
sections-compare-moved = w innym miejscu
sections-compare-added-text = Tej części nie było w tamtej wersji.
sections-compare-removed-text = Tej części nie ma już w tej wersji.
sections-compare-moved-text = Stoi teraz po części „{ $behind }”.
sections-compare-moved-first = Stoi teraz na początku.
