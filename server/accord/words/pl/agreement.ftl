# Umowa: szkic, wersje, zamknięcie.

agreement-title = Umowa
agreement-under = Umowa, szkic przed wersją { $version }
agreement-under-same = Umowa, bez zmian od wersji { $version }
agreement-to-cockpit = Do kokpitu
agreement-to-room = Do warsztatu
agreement-preview = Podgląd wydruku
agreement-freeze = Zamknij wersję { $version }
agreement-chapters = Rozdziały
agreement-covered = omówione
agreement-not-covered = jeszcze nieomówione
agreement-not-covered-yet = Jeszcze nieomówione. Rozdział wypełni się pierwszym ustaleniem.
agreement-signoff = Podpisy zbieramy po zamknięciu wersji, każda osoba na swoim urządzeniu.
agreement-empty = Pierwszy punkt pojawi się z pierwszym ustaleniem.
agreement-count = { $n ->
    [one] { $n } punkt
    [few] { $n } punkty
   *[other] { $n } punktów
}
agreement-nobody = Jeszcze nikogo tu nie ma.
agreement-open-points = Sprawy otwarte
agreement-side = Wersje i pliki

# punkt
agreement-words = Treść punktu { $number }
agreement-edit = Popraw
agreement-edit-of = Popraw punkt { $number }
agreement-edit-done = Gotowe
agreement-edit-done-of = Gotowe, punkt { $number }
agreement-force-of = Przejmij pióro, punkt { $number }
agreement-edited = Zmienione po ustaleniu: { $name }
agreement-remove = Usuń
agreement-remove-of = Usuń punkt { $number }: { $text }
agreement-remove-sure = Usunąć ten punkt ze szkicu?
agreement-remove-yes = Tak, usuń
agreement-add = Dopisz punkt
agreement-add-of = Dopisz punkt w rozdziale { $title }
agreement-add-label = Nowy punkt w rozdziale { $title }
agreement-add-go = Dodaj punkt

# skąd to wiemy
agreement-origin = Skąd to wiemy
agreement-origin-of = Skąd to wiemy, punkt { $number }
agreement-origin-title = Skąd wziął się punkt { $number }
agreement-origin-back = Wróć do punktu
agreement-origin-hand = Punkt dopisany ręcznie. Ostatnia zmiana: { $name }.
agreement-origin-somebody = osoba spoza listy
agreement-origin-notes = { $n ->
    [0] Bez karteczek
    [one] Karteczka
    [few] { $n } karteczki
   *[other] { $n } karteczek
}
agreement-origin-no-notes = Brzmienie powstało w rozmowie; nie wskazano karteczek.
agreement-origin-result = { $of ->
    [one] Ustalenie, zgoda { $n } z { $of } osoby, godz. { $time }
   *[other] Ustalenie, zgoda { $n } z { $of } osób, godz. { $time }
}
agreement-origin-clause = Punkt { $number }
agreement-origin-same = Słowo w słowo jak w ustaleniu.

# zamknięcie
agreement-freeze-title = Zamknąć wersję { $version }?
agreement-freeze-what = W tej wersji na zawsze zostaną:
agreement-freeze-clauses = { $n ->
    [one] { $n } punkt, słowo w słowo
    [few] { $n } punkty, słowo w słowo
   *[other] { $n } punktów, słowo w słowo
}
agreement-freeze-chapters = { $n ->
    [one] { $n } rozdział z treścią
    [few] { $n } rozdziały z treścią
   *[other] { $n } rozdziałów z treścią
}
agreement-freeze-people = { $n ->
    [one] { $n } osoba jako strona umowy
    [few] { $n } osoby jako strony umowy
   *[other] { $n } osób jako strony umowy
}
agreement-freeze-parked = { $n ->
    [0] żadnych spraw otwartych
    [one] { $n } sprawa otwarta
    [few] { $n } sprawy otwarte
   *[other] { $n } spraw otwartych
}
agreement-freeze-gaps = Bez treści zostaną: { $chapters }.
agreement-freeze-held = Ktoś jeszcze pisze: { $name }. Zamknięcie będzie możliwe, gdy odłoży pióro.
agreement-freeze-then = Wersja dostanie odcisk i każda osoba podpisze ją na swoim urządzeniu. Szkic można dalej poprawiać, ale zmiana to już następna wersja, do podpisania od nowa.
agreement-freeze-before = Podpisy pod wersją { $version } zostają w historii.

# wersje i pliki
agreement-versions = Wersje
agreement-versions-none = Jeszcze żadnej. Zamknięcie szkicu tworzy wersję { $version }, którą wszyscy podpisują.
agreement-version = Wersja { $version }
agreement-version-at = { $day }, { $time }
agreement-version-older = { $n ->
    [one] Wcześniejsza wersja, { $n } podpis w historii
    [few] Wcześniejsza wersja, { $n } podpisy w historii
   *[other] Wcześniejsza wersja, { $n } podpisów w historii
}
agreement-version-refused = { $n ->
    [one] Jedna odmowa, z powodem w dokumencie
    [few] { $n } odmowy, z powodami w dokumencie
   *[other] { $n } odmów, z powodami w dokumencie
}
agreement-in-force = Obowiązuje od { $day }
agreement-my-signature = Mój podpis
agreement-read-version = Przeczytaj { $version }
agreement-fingerprint = Odcisk
agreement-files = Do pobrania
agreement-pdf-pl = PDF po polsku
agreement-pdf-en = PDF po angielsku
agreement-markdown = Tekst (Markdown)
agreement-docx = Dokument do edycji (DOCX)
agreement-docx-more = Podpisana jest wersja stąd, a nie zmieniona kopia.
agreement-xlsx = Zobowiązania, wskaźniki i spotkania (XLSX)
agreement-csv-commitments = zobowiązania (CSV)
agreement-csv-metrics = wskaźniki (CSV)
agreement-ics = Spotkania i przegląd (kalendarz, ICS)
agreement-ics-more = Spotkania, których dzień i godzinę da się odczytać z pola „kiedy”.
agreement-posters = Plakaty na ścianę (PDF)
agreement-poster-promises = Zobowiązania obu stron
agreement-poster-glossary = Słownik
agreement-json = Cały warsztat (JSON)
agreement-json-more = Można go wczytać na innym serwerze.

# uwagi do dokumentu
agreement-findings = Uwagi do dokumentu
agreement-findings-asking = Trwa sprawdzanie dokumentu.
agreement-findings-none = Nie ma nic do poprawy.
agreement-findings-count = { $errors ->
    [0] Bez błędów
    [one] { $errors } błąd
    [few] { $errors } błędy
    [many] { $errors } błędów
   *[other] { $errors } błędu
}, { $warnings ->
    [0] bez ostrzeżeń
    [one] { $warnings } ostrzeżenie
    [few] { $warnings } ostrzeżenia
    [many] { $warnings } ostrzeżeń
   *[other] { $warnings } ostrzeżenia
}, { $hints ->
    [0] bez podpowiedzi
    [one] { $hints } podpowiedź
    [few] { $hints } podpowiedzi
    [many] { $hints } podpowiedzi
   *[other] { $hints } podpowiedzi
}
agreement-findings-see = Uwagi do dokumentu: { $errors ->
    [0] bez błędów
    [one] { $errors } błąd
    [few] { $errors } błędy
    [many] { $errors } błędów
   *[other] { $errors } błędu
}, { $warnings ->
    [0] bez ostrzeżeń
    [one] { $warnings } ostrzeżenie
    [few] { $warnings } ostrzeżenia
    [many] { $warnings } ostrzeżeń
   *[other] { $warnings } ostrzeżenia
}
agreement-findings-kept = Zostawione świadomie: { $n }
agreement-findings-hints = Podpowiedzi: { $n }
agreement-findings-what = Błąd zatrzymuje wersję. Ostrzeżenie można zostawić, podając powód; powód drukuje się w załączniku. Podpowiedź nic nie blokuje.
agreement-finding-error = Błąd
agreement-finding-warn = Ostrzeżenie
agreement-finding-info = Podpowiedź
agreement-finding-ways = { $n ->
    [one] Wystarczy:
   *[other] Wystarczy jedno z tych:
}
agreement-finding-draft = Jeszcze bez zgody, w tabeli „{ $table }”; niczego nie zatrzymuje.
agreement-finding-go = Pokaż miejsce
agreement-finding-go-of = Pokaż miejsce: { $text }
agreement-finding-keep = Zostawiamy świadomie
agreement-finding-keep-of = Zostawiamy świadomie: { $text }
agreement-finding-keep-go = Zostaw
agreement-finding-reason = Dlaczego to zostaje?
agreement-finding-kept = Zostawione świadomie, { $name }:
agreement-finding-later = Na razie zostaje puste
agreement-finding-later-of = Na razie zostaje puste: { $text }
agreement-finding-open = Otwórz znowu
agreement-freeze-errors = { $n ->
    [one] { $n } błąd zatrzymuje wersję:
    [few] { $n } błędy zatrzymują wersję:
    [many] { $n } błędów zatrzymuje wersję:
   *[other] { $n } błędu zatrzymuje wersję:
}

# jak długo obowiązuje
agreement-period-start = Od
agreement-period-end = Do
agreement-period-review = Przegląd
agreement-period-set = Ustal okres
agreement-check = Sprawdź dokument
agreement-sealed = Zapieczętowano { $day }, { $time }. Każdy dostaje ten sam plik.
agreement-to-seal = Pieczętujemy plik PDF.

# --- zmiany po zamrożeniu wersji ---
agreement-amend-open = Zaproponuj zmianę
agreement-amend-title = Zaproponuj zmianę punktu { $number }
agreement-amend-how = Pytamy wszystkich z obu zespołów tylko o ten punkt. Zmiana obowiązuje, gdy nikt nie pokaże mniej niż 3 i odpowie ponad połowa każdego zespołu. Podpisy zostają na swoim miejscu.
agreement-amend-which = Co ma się zmienić
agreement-amend-words = Jak ma brzmieć
agreement-amend-days = Ile czasu na odpowiedź
agreement-amend-days-count = { $n ->
    [one] do jutra w południe
    [few] { $n } dni, do południa
    [many] { $n } dni, do południa
   *[other] { $n } dnia, do południa
  }
agreement-amend-reason = Dlaczego
agreement-amend-missing-reason = Napisz w kilku słowach, dlaczego.
agreement-amend-send = Zapytaj wszystkich
agreement-amend-sent = Pytamy teraz wszystkich o punkt { $number }.
agreement-amend-already = O zmianę { $n } tych słów właśnie pytamy. Odpowiedz na nią na stronie umowy.
agreement-amend-list = Proponowane zmiany
agreement-amend-number = Zmiana { $n }: punkt { $place }
agreement-amend-end-open = czeka na odpowiedzi
agreement-amend-end-passed = uzgodniona, jest już w tekście
agreement-amend-end-objected = nieuzgodniona: ktoś pokazał mniej niż 3
agreement-amend-end-lapsed = nieuzgodniona: za mało odpowiedzi
agreement-amend-end-withdrawn = wycofana
agreement-amend-by = { $name }: { $reason }
agreement-amend-until = Odpowiedzi do: { $day }, { $time }
agreement-amend-answer = Twoja odpowiedź
agreement-amend-answered = Twoja odpowiedź: { $level }
agreement-amend-longer = Trzy dni więcej
agreement-amend-withdraw = Wycofaj
agreement-compare-title = Porównaj dwie wersje
agreement-compare-from = Od wersji
agreement-compare-to = do
agreement-compare-same = Te dwie wersje mówią to samo.
agreement-compare-added = nowe
agreement-compare-removed = usunięte
agreement-compare-changed = zmienione
agreement-compare-before = Było:
agreement-compare-after = Jest:
