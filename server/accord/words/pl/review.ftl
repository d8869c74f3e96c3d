# Przegląd podpisanej umowy i kolejna sesja w istniejącym warsztacie.

# ocena ustaleń
review-progress = Oceniono { $n } z { $of }
review-part = { $n } z { $of }
review-verdict-of = Jak działa ustalenie { $number }?
review-rest = { $n ->
    [one] Pozostałe w tym rozdziale: { $choice } ({ $n } ustalenie)
    [few] Pozostałe w tym rozdziale: { $choice } ({ $n } ustalenia)
   *[many] Pozostałe w tym rozdziale: { $choice } ({ $n } ustaleń)
}
review-rest-said = { $n ->
    [one] Oceniono { $n } ustalenie
    [few] Oceniono { $n } ustalenia
   *[many] Oceniono { $n } ustaleń
}
review-all-done = Wszystkie ustalenia są ocenione. Do odsłonięcia możesz zmienić każdą ocenę.
review-next-open = Następne bez oceny
review-why-of = Co konkretnie w ustaleniu { $number }? (wymagane)
review-key = Oceń bieżące ustalenie
review-nothing = W obowiązującej wersji nie ma jeszcze ustaleń do oceny.

# porównanie
review-same = { $n ->
    [one] { $n } ustalenie oceniono tak samo
    [few] { $n } ustalenia oceniono tak samo
   *[many] { $n } ustaleń oceniono tak samo
}
review-differ = { $n ->
    [one] { $n } ustalenie oceniono różnie
    [few] { $n } ustalenia oceniono różnie
   *[many] { $n } ustaleń oceniono różnie
}
review-none-differ = Żadnego nie oceniono różnie
review-both = { $choice } dla obu stron: { $n }
review-differ-head = O tych rozmawiamy
review-same-head = { $choice } zdaniem obu stron ({ $n })
review-single-head = { $n ->
    [one] Oceniła tylko jedna strona: { $n }
   *[other] Oceniła tylko jedna strona: { $n }
}
review-silent = { $n ->
    [one] { $n } ustalenia nikt nie ocenił.
   *[other] { $n } ustaleń nikt nie ocenił.
}
review-no-answers = Nikt jeszcze niczego nie ocenił.
review-no-answer = bez oceny
review-no-majority = zdania podzielone
review-count = { $choice }: { $n }
review-hidden = { $choice }: { $n }
review-change = Zmień to ustalenie
review-change-of = Zmień to ustalenie: { $number }
review-from = Z przeglądu { $day }: o czym decydujemy
review-from-nothing = Przegląd nie wskazał niczego do zmiany.

# historia przy ustaleniu
review-history = Przeglądy tego ustalenia
review-history-of = Przegląd { $day }
review-history-all = Wszyscy

# kolejna sesja
review-add = Dodaj sesję lub przegląd
review-add-title = Kolejna sesja w tym warsztacie
review-add-text = Ta sama umowa, te same osoby. Podpisy zostają. To, co uzgodnicie, trafi do kolejnej wersji, a do podpisu wróci tylko to, co się zmieni.
review-add-agenda = Przebieg
review-add-when = Dzień i godzina
review-add-when-review = Zaproponowany dzień to data przeglądu zapisana w umowie.
review-add-when-none = W umowie nie ma jeszcze daty przeglądu.
review-add-wait = Wczytujemy listę.
review-add-go = Dodaj
review-added = Sesja jest w planie.
review-add-minutes = { $minutes } min
review-add-back = Osoby z dawnymi miejscami wracają tym samym linkiem do dołączenia: wpisz to samo imię i nazwisko i wybierz ten sam zespół. Na nowym telefonie osoba prowadząca to potwierdzi.
review-back = Kto już tu był, wraca na swoje miejsce: wystarczy to samo imię i ten sam zespół.
