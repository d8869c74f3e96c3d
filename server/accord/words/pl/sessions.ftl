# Sesje jednego warsztatu, odpowiedzi przed spotkaniem i szkic kierujących.

sessions-when = { $day }, { $time }
sessions-next = Sesja { $n } z { $of }: { $name }
sessions-no-day = Termin nie jest jeszcze ustalony.
sessions-who = Kto uczestniczy: { $who }
sessions-heads = Kierujący i po jednej osobie z zespołu
sessions-heads-more = To, co ustalą, jest propozycją. Oba zespoły ją przeczytają, skomentują i zdecydują.
sessions-homework = Do tego czasu
sessions-homework-after = Zadanie po sesji: { $text }
sessions-before = Przed spotkaniem
sessions-status-running = Trwa
sessions-status-ended = Zakończona
sessions-version = wersja { $version }
sessions-plan = Dzień i godzina
sessions-end = Zakończ tę sesję
sessions-end-more = Ustalenia, otwarte sprawy i umowa czekają na następną.
sessions-over = Koniec sesji { $n }: { $name }
sessions-over-more = Ustalenia zostają. Możesz czytać umowę, podpisać wersję i wrócić na następną sesję.
sessions-begin = Zacznij sesję { $n }: { $name }
sessions-sits-out = Kierujący przygotowują szkic
sessions-sits-out-more = Oba zespoły go przeczytają, powiedzą, co zmienić, i dopiero wtedy zdecydują. Termin poda osoba prowadząca.

# przed spotkaniem
sessions-prework = Przed spotkaniem: odpowiedz na te pytania
sessions-prework-more = Przed odsłonięciem nikt nie widzi Twoich odpowiedzi, także osoba prowadząca. Do tego czasu możesz je zmieniać i usuwać.
sessions-read-draft = Przeczytaj szkic
sessions-prework-desk = Przed spotkaniem
sessions-prework-desk-more = Otwórz pytania do pisania; link do dołączenia prowadzi prosto do nich. Widać, kto odpowiedział, nigdy co.
sessions-prework-choose = Wybierz pytania
sessions-prework-close = Zamknij
sessions-prework-close-of = Zamknij: { $name }
sessions-has-answered = jest odpowiedź
sessions-has-not = jeszcze nie

# szkic kierujących
sessions-draft-mark = Szkic kierujących
sessions-draft-mark-more = Ustalone przez kierujących. Zacznie obowiązywać, gdy przyjmą to zespoły.
sessions-heads-wrote = Kierujący napisali: „{ $text }”
sessions-draft-left = { $n ->
    [0] Zespoły przyjęły cały szkic
    [one] { $n } punkt to nadal szkic kierujących
    [few] { $n } punkty to nadal szkic kierujących
   *[many] { $n } punktów to nadal szkic kierujących
}
sessions-unheard = Nie omówiono jeszcze żadnej uwagi zespołu { $team }. Wcześniej nie da się zamrozić ani podpisać.
sessions-ask-all = Zapytaj zespoły o całość
sessions-ask-when = Zespoły odpowiadają podczas rozmowy lub uzgadniania.
sessions-ask-choose = Zapytaj o pojedyncze punkty
sessions-ask-one = Zapytaj
sessions-ask-one-of = Zapytaj zespoły: { $text }
sessions-asked = { $n ->
    [one] Czy przyjmujemy ten punkt szkicu kierujących?
    [few] Czy przyjmujemy te { $n } punkty szkicu kierujących?
   *[many] Czy przyjmujemy te { $n } punktów szkicu kierujących?
}
sessions-asked-later = Odpowiesz, gdy otworzy się faza uzgodnienia.
sessions-failed-more = Zmieńcie brzmienie w umowie, a pytanie wróci do wszystkich.
sessions-comments = Uwagi
sessions-comments-choose = Podejmij tu uwagę
sessions-comment-take = Podejmij
sessions-comment-take-of = Podejmij: { $text }
sessions-comment-drop = Odłóż
sessions-comment-from = { $team }
sessions-compare = Porównanie: kierujący i zespoły
sessions-compare-section = Rozdział
sessions-compare-heads = Kierujący
sessions-compare-now = Teraz
sessions-compare-clauses = { $n ->
    [one] { $n } punkt
    [few] { $n } punkty
   *[many] { $n } punktów
}
sessions-compare-became = nadal szkic: { $left } · zmienione: { $changed } · dodane przez zespoły: { $added }

# plan dnia
sessions-break-hint = { $minutes } minut bez przerwy, zanim skończy się „{ $name }”. Najwyżej 100 minut bez przerwy.
sessions-group-tables = Osób: { $n }. Rozmawiajcie w parach lub przy mieszanych stołach po cztery osoby, po dwie z zespołu, potem razem.
sessions-group-delegates = Osób: { $n }. Połowę aktywności prowadźcie z delegatami zespołów; przed uzgodnieniem wypowiadają się wszyscy.
sessions-way-shorten = Skróć trochę każdy krok
sessions-way-pairs = Rozmowa w parach: połowa czasu
sessions-way-park = Na parking: { $names }
sessions-ways = Jak skończyć o czasie
sessions-left-out = pominięty

# stan współpracy, mierzony ponownie
sessions-change = Zmiana od sesji { $n }
sessions-change-first = Zmiana od początku
sessions-change-of = { $team }: { $before } → { $after }
