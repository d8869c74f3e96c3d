# Podpis: każda osoba na swoim urządzeniu.

sign-title = Podpis
sign-nothing-title = Nie ma jeszcze czego podpisywać
sign-nothing-text = Wersja do podpisu pojawi się tutaj, gdy osoba prowadząca zamknie szkic. Szkic można czytać już teraz.
sign-to-draft = Przeczytaj szkic
sign-promise = To obiecujesz drugiemu zespołowi
sign-promised = To jest między nami ustalone
sign-observe-title = Podpisują osoby z obu zespołów
sign-observe-text = Każda podpisuje na swoim urządzeniu, własnym imieniem i nazwiskiem. Tu widać tylko liczby.
sign-newer = Jest nowsza wersja: { $version }. Pokazujemy już jej tekst.
sign-earlier = Po Twoim poprzednim podpisie umowa się zmieniła. To wersja { $version }.

sign-mine = Moje zobowiązania
sign-mine-count = { $n ->
    [one] { $n } punkt dotyczy Ciebie albo Twojego zespołu. Cała umowa jest poniżej.
    [few] { $n } punkty dotyczą Ciebie albo Twojego zespołu. Cała umowa jest poniżej.
   *[other] { $n } punktów dotyczy Ciebie albo Twojego zespołu. Cała umowa jest poniżej.
}
sign-mine-none = Żaden punkt nie wymienia Ciebie ani Twojego zespołu. Umowa obowiązuje jednak wszystkich: przeczytaj całość poniżej.
sign-why-named = z Twoim imieniem
sign-why-team = Twój zespół
sign-why-helps = pomagasz wdrożyć
sign-full = { $n ->
    [one] Cała umowa, { $n } minuta czytania
    [few] Cała umowa, { $n } minuty czytania
   *[other] Cała umowa, { $n } minut czytania
}
sign-whole-document = Cały dokument, tak jak w druku

sign-jump = Przejdź do podpisu
sign-box = Podpisujesz wersję { $version }
sign-frozen-at = Zamknięta
sign-hash-same = Odcisk policzony na tym urządzeniu się zgadza
sign-hash-differs = Odcisk policzony na tym urządzeniu się nie zgadza. Nie podpisuj, powiedz o tym osobie prowadzącej.
sign-answer = Twoja odpowiedź
sign-answer-accept = Przyjmuję
sign-answer-reserve = Przyjmuję z zastrzeżeniem
sign-answer-refuse = Nie podpisuję, chcę zmiany
sign-reason-reserve = Zastrzeżenie, które zostanie przy podpisie
sign-reason-refuse = Co nie pozwala podpisać?
sign-understand = Znam swoje zobowiązania i je rozumiem
sign-name = Wpisz swoje imię i nazwisko
sign-name-hint = Tak jak na liście: { $name }
sign-missing-understand = Najpierw zaznacz, że znasz swoje zobowiązania i je rozumiesz.
sign-missing-reserve = Napisz, na czym polega zastrzeżenie.
sign-missing-refuse = Napisz, co nie pozwala podpisać. Bez tego nie da się odpowiedzieć na odmowę.
sign-missing-name = Wpisz swoje imię i nazwisko.
sign-hold-accept = Podpisuję
sign-hold-reserve = Podpisuję z zastrzeżeniem
sign-hold-refuse = Odmawiam podpisu
sign-hold-on = Trzymaj
sign-hold-how = Przytrzymaj 2 sekundy: palcem, myszą, spacją albo Enterem.
sign-without-holding = Wolę potwierdzić drugim przyciskiem
sign-sure-accept = Podpisać wersję { $version }?
sign-sure-reserve = Podpisać wersję { $version } z zastrzeżeniem?
sign-sure-refuse = Odmówić podpisania wersji { $version }?
sign-sure-yes = Tak, potwierdzam
sign-recorded = Zapisujemy imię i nazwisko, zespół, odpowiedź z powodem, język, wersję i jej odcisk, czas tutaj i na tym urządzeniu oraz to, jak długo tekst był otwarty i czy widać było jego koniec. Nic więcej.

sign-receipt-accept = Podpisano wersję { $version }
sign-receipt-reserve = Podpisano wersję { $version } z zastrzeżeniem
sign-receipt-refuse = Odmowa podpisania wersji { $version }
sign-receipt-accept-more = Podpis jest w dokumencie i zostanie w historii także wtedy, gdy powstanie nowa wersja.
sign-receipt-reserve-more = Podpis i zastrzeżenie są w dokumencie i zostaną w historii.
sign-receipt-refuse-more = Odmowa niczego nie usuwa: podpisy innych osób zostają. Osoba prowadząca widzi, że potrzebna jest zmiana.
sign-receipt-name = Podpis
sign-receipt-at = Kiedy
sign-receipt-why = Co zmienić
sign-receipt-reserved = Zastrzeżenie
sign-change = Zmieniam zdanie, chcę podpisać

sign-later = Podpiszę później
sign-later-title = Podpisz później
sign-later-text = Spokojnie. Ten link otwiera Twoje miejsce na dowolnym urządzeniu, dopóki wersja czeka na podpisy, także po warsztacie.
sign-later-link = Twój link
sign-later-qr = Kod QR z Twoim linkiem
sign-later-care = Link jest tylko dla Ciebie: kto go ma, może podpisać w Twoim imieniu.
sign-later-copy = Kopiuj link

sign-changed = Co się zmieniło od podpisanej przez Ciebie wersji { $version }
sign-amend-clause = Punkt, który ma się zmienić
sign-amend-none = Żaden konkretny
