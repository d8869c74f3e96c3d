# Wiersze tabel: definicje, zobowiązania, wskaźniki, spotkania, droga leada.

table-count = { $n ->
    [0] bez wierszy
    [one] { $n } wiersz
    [few] { $n } wiersze
   *[many] { $n } wierszy
}
table-count-agreed = Uzgodnione: { $n } z { $of }
table-shape = Jak pokazać wiersze
table-shape-cards = Jako lista
table-shape-table = Jako tabela
table-number = Nr
table-state = Stan
table-fields = Co znaczy każde pole, z przykładami
table-optional = nieobowiązkowe
table-fields-more = { $n ->
    [one] Jeszcze { $n } pole
    [few] Jeszcze { $n } pola
   *[many] Jeszcze { $n } pól
}
table-empty = Jeszcze nic tu nie ma. Zacznij od pustego wiersza, gotowego tekstu albo karteczki.
table-empty-read = Jeszcze nic tu nie ma.
table-others = { $n ->
    [one] Jeszcze { $n } wiersz tej tabeli
    [few] Jeszcze { $n } wiersze tej tabeli
   *[many] Jeszcze { $n } wierszy tej tabeli
}
table-row-unnamed = Wiersz bez nazwy

# pola
table-cell-of = { $field }:{" "}
table-cell-add = dodaj
table-cell-missing = uzupełnij
table-cell-missing-read = brakuje
table-cell-nothing = –
table-cell-done = Gotowe
table-cell-now = Teraz w pokoju: { $words }
table-cell-mine = Wpisz moją wersję
table-cell-change = Popraw moją wersję
table-pen-yours = Piszesz Ty. Enter albo Esc odkłada pióro.
table-pen-list = Piszesz Ty, każda rzecz w nowym wierszu. Esc odkłada pióro.
table-pen-held = { $name } pisze
table-choice-none = Zostaw otwarte
table-person-words = Albo słowami: rola, system
table-part-figure = Liczba
table-part-unit = Jednostka
table-part-comparison = Co najmniej czy najwyżej
table-part-per = W jakim okresie
table-part-once = jednorazowo
table-refs-none = Nie ma jeszcze z czego wybierać.

# dodawanie, kolejność, usuwanie
table-add = Dodaj wiersz
table-add-first = Dodaj: { $name }
table-add-starter = Z gotowego tekstu ({ $n })
table-add-note = Z karteczki albo tematu
table-search = Szukaj
table-search-none = Nic nie pasuje.
table-search-more = { $n ->
    [one] Jest jeszcze { $n }. Szukaj, aby ją zobaczyć.
    [few] Są jeszcze { $n }. Szukaj, aby je zobaczyć.
   *[many] Jest jeszcze { $n }. Szukaj, aby je zobaczyć.
}
table-take = Weź to
table-take-of = Weź to: { $name }
table-up = Przesuń w górę: { $name }
table-down = Przesuń w dół: { $name }
table-remove-of = Usuń: { $name }
table-removed = Wiersz jest usunięty.
table-removed-undo = Przywróć go

# stan i zgoda
table-status-draft = Szkic
table-status-asked = Pytamy wszystkich
table-status-failed = Ktoś jest poniżej 3
table-status-changed = Zmienione po uzgodnieniu
table-status-request = Prośba do zespołu: { $team }
table-status-promise = { $team } bierze to na siebie
table-lacks = { $n ->
    [one] brakuje { $n } pola
   *[other] brakuje { $n } pól
}
table-was = Uzgodnione przed zmianą
table-ask = Zapytaj wszystkich
table-ask-of = Zapytaj wszystkich: { $name }
table-ask-again = Zapytaj jeszcze raz
table-ask-all = { $n ->
    [one] Zapytaj wszystkich o { $n } wiersz
    [few] Zapytaj wszystkich o { $n } wiersze
   *[many] Zapytaj wszystkich o { $n } wierszy
}
table-ask-how = Tylko wiersze, w których niczego nie brakuje. Jedna odpowiedź dotyczy ich wszystkich.
table-why-missing = Czegoś jeszcze brakuje; pytać można mimo to.
table-why-pen = Ktoś w nim pisze.
table-why-request = Najpierw musi to wziąć na siebie zespół, którego dotyczy prośba.
table-why-empty = Jeszcze nic w nim nie ma.
table-asked = Wiersze, o które pytamy
table-asked-rows = { $n ->
    [one] Pytamy wszystkich o ten wiersz
    [few] Pytamy wszystkich o { $n } wiersze
   *[many] Pytamy wszystkich o { $n } wierszy
}
table-asked-later = Odpowiedzi otworzą się przy uzgadnianiu.

# zobowiązania
table-promise = Bierzemy to na siebie
table-promise-owner = Tak, odpowiadam za to
table-promise-count = Bierze to na siebie { $n } z { $of }, zespół { $team }
table-promise-short = tak: { $n } z { $of }
table-promise-needs = { $n ->
    [one] Jeszcze jedno „tak” i będzie to zobowiązanie. Zespół: { $team }.
    [few] Jeszcze { $n } „tak” i będzie to zobowiązanie. Zespół: { $team }.
   *[many] Jeszcze { $n } „tak” i będzie to zobowiązanie. Zespół: { $team }.
}
table-promise-waits = Brakuje zgody osoby, która za to odpowiada: { $name }.
table-sentence-what = co dokładnie?
table-join-target = poziom:
table-join-measure = miara:
table-join-to = dla kogo:
table-join-deadline = kiedy:
table-join-owner = odpowiada:
table-join-measured_with = czym mierzymy:
table-join-if_missed = gdy się nie uda:
table-balance = Zobowiązania obu stron
table-balance-of = { $asked ->
    [0] { $n ->
        [one] { $n } zobowiązanie
        [few] { $n } zobowiązania
       *[many] { $n } zobowiązań
    }
    [one] { $n ->
        [one] { $n } zobowiązanie, { $asked } prośba
        [few] { $n } zobowiązania, { $asked } prośba
       *[many] { $n } zobowiązań, { $asked } prośba
    }
    [few] { $n ->
        [one] { $n } zobowiązanie, { $asked } prośby
        [few] { $n } zobowiązania, { $asked } prośby
       *[many] { $n } zobowiązań, { $asked } prośby
    }
   *[many] { $n ->
        [one] { $n } zobowiązanie, { $asked } próśb
        [few] { $n } zobowiązania, { $asked } próśb
       *[many] { $n } zobowiązań, { $asked } próśb
    }
}
table-pairs = Co odpowiada temu po drugiej stronie:
table-pair-missing = jeszcze bez: { $name }

# skąd się wzięło
table-origin = Skąd się to wzięło?
table-origin-starter = Z gotowego tekstu „{ $name }”.
table-origin-none = Nie wskazano karteczki.
table-origin-by = Wiersz dodany przez: { $name }.
table-origin-last = Ostatnie słowa, { $name }: { $fields }

# oceny: sortowanie, czytanie, punktacja, konwersje
table-sees-named = Widzisz to tylko Ty. Porównamy wszystkie odpowiedzi naraz, z imionami.
table-sees-team = Widzisz to tylko Ty. Porównamy wszystkie odpowiedzi naraz, z nazwą zespołu, bez imion.
table-sees-hidden = Widzisz to tylko Ty. Porównamy wszystkie odpowiedzi naraz, bez imion i bez nazw zespołów.
table-deck-empty = Nie ma jeszcze czego oceniać.
table-deck-observer = Oceniają osoby z zespołów, na swoich ekranach.
table-deck-at = Karta { $n } z { $of }
table-deck-done = ocenione: { $n } z { $of }
table-deck-choice = Twoja odpowiedź
table-deck-words = W kilku słowach
table-deck-send = Zapisz i dalej
table-deck-cards = Karty
table-deck-before = Poprzednia
table-deck-after = Następna
table-deck-card = Karta { $n }, bez oceny
table-deck-card-done = Karta { $n }: { $choice }
table-key-mark = Wybierz odpowiedź dla karty
table-split-none = Nikt jeszcze niczego nie ocenił.
table-split-nobody = bez odpowiedzi
table-split-sum = { $choice }: { $n }
table-split-differ = { $n ->
    [one] Zespoły różnią się przy { $n } z { $of }. Rozmawiajcie tylko o niej.
   *[other] Zespoły różnią się przy { $n } z { $of }. Rozmawiajcie tylko o nich.
}
table-split-alike = Zespoły widzą wszystkie tak samo.
table-split-rest = { $n ->
    [one] Widziana tak samo: { $n }
   *[other] Widziane tak samo: { $n }
}
table-split-silent = { $n ->
    [one] O { $n } nikt nic nie powiedział.
   *[other] O { $n } kolejnych nikt nic nie powiedział.
}
table-round-agreed = Zespoły zgadzają się przy { $n } z { $of }
table-round-before = { $change ->
    [more] Przed zmianą brzmienia { $before }, teraz { $after }.
    [less] Przed zmianą brzmienia { $before }, teraz tylko { $after }.
   *[same] Tyle samo co przed zmianą brzmienia: { $after }.
}
table-round-enough = Co najmniej 8 z 10: kryteria są wspólne.
table-round-criteria = Poniżej 8 z 10: wróćcie do kryteriów. Którego zabrakło?
table-round-within = Zgodność w zespole { $team }: { $share }.
table-round-home = Poniżej 70%: najpierw ustalcie to u siebie.
table-round-missing = Brakujące dane: { $list }

# ten sam wyraz, inna treść
table-views = Co powiedziały oba zespoły
table-views-how = Ten sam wyraz, inna treść:
table-views-shared = słowa wspólne
table-views-different = słowa różne

# obrazy
table-map = Mapa drogi leada
table-map-neck = Wąskie gardło
table-stages-rows = O co pytamy
table-stages-now = teraz otwarte
