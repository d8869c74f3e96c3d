# Co `accord rehearse` mówi w terminalu.
rehearse-about = Warsztat odgrywa się sam z pliku, tymi samymi drzwiami, którymi wchodzą ludzie.
rehearse-help-file = Plik warsztatu, na przykład canvases/examples/watomir.pl.yaml
rehearse-help-language = Język osób i PDF (bez tej opcji: język pliku).
rehearse-help-speed = Ćwiczenie: prowadzisz z linku prowadzącej osoby, symulowane osoby podążają N razy szybciej niż na żywo. Bez tej opcji próba prowadzi się sama, najszybciej jak umie.
rehearse-help-server = Adres działającego Accorda. Bez tej opcji startuje serwer tymczasowy, po którym nic nie zostaje.
rehearse-help-out = Folder na agreement.pdf, workshop.json i facts.json (bez tej opcji: rehearsed/PLIK).
rehearse-help-sign = file: podpisują wszyscy, chyba że plik mówi inaczej; all: podpisują też osoby, na które plik jeszcze czeka.
rehearse-bad-speed = Tempo to liczba od 0.01 do 100000.

rehearse-usual-title = Warsztat marketingu i sprzedaży
rehearse-usual-company = Firma
rehearse-usual-reason = To musiałoby być najpierw jaśniejsze.
rehearse-facilitator = Osoba prowadząca
rehearse-team-marketing = Marketing
rehearse-team-sales = Sprzedaż

rehearse-gathered = { $people ->
    [one] Jest jedna osoba: { $url }
    [few] Są { $people } osoby: { $url }
   *[other] Jest { $people } osób: { $url }
  }
rehearse-prompt = { $place }: karteczki { $notes }, tematy { $themes }, głosy { $votes }
rehearse-result-agreed = { $place }: uzgodnione ({ $people } z { $people })
rehearse-result-parked = { $place }: bez zgody; na parkingu
rehearse-result-withdrawn = { $place }: wycofane
rehearse-nothing-agreed = Nic nie zostało uzgodnione, więc nie ma czego zamrozić ani podpisać.
rehearse-signed = Wersja { $version }: podpisy { $signed }, brakuje { $missing }, odmowy { $refused }
rehearse-written = Zapisane: { $path }
rehearse-done = Gotowe w { $seconds } s.
rehearse-practice = Miejsce osoby prowadzącej jest Twoje: { $link }
    Prowadź warsztat; pozostali podążają. Na koniec zakończ warsztat, wtedy zapiszą się pliki.
rehearse-nobody-leads = Nikt nie zajął miejsca osoby prowadzącej, więc próba prowadzi się sama.

rehearse-broken = { $n ->
    [one] Tego pliku nie da się odegrać: jest w nim jeden błąd.
    [few] Tego pliku nie da się odegrać: są w nim { $n } błędy.
   *[other] Tego pliku nie da się odegrać: jest w nim { $n } błędów.
  }
rehearse-file = { $path }: { $why }. Sprawdź ścieżkę i prawa do odczytu lub zapisu.
rehearse-stopped = Przerwane. Nic nie zostało zapisane.
rehearse-silent = Serwer nie odpowiedział na czas. Spróbuj jeszcze raz; jeśli to się powtórzy, zajrzyj do dziennika serwera.
rehearse-no-server = Serwer tymczasowy nie wystartował: { $why }
rehearse-unreachable = { $url } nie odpowiada ({ $why }). Sprawdź adres i czy Accord tam działa.
rehearse-refused = Serwer odmówił ({ $code } { $detail }).
rehearse-lost = Połączenie przepadło na dobre ({ $code }).
rehearse-not-seen = Pokój nie pokazuje { $what }. Serwer może mieć inne treści niż ten program.
rehearse-refusals = { $n ->
    [one] Jedna odmowa ({ $command }: { $code }); facts.json mówi która.
    [few] { $n } odmowy, pierwsza to { $command } ({ $code }); wszystkie są w facts.json.
   *[other] { $n } odmów, pierwsza to { $command } ({ $code }); wszystkie są w facts.json.
  }

rehearse-not-yaml = To nie jest YAML: { $why }
rehearse-why-large = plik ma ponad 16 MB
rehearse-why-deep = za głębokie zagnieżdżenie
rehearse-why-bytes = są w nim bajty spoza UTF-8
rehearse-not-mapping = Tu mają być klucze z wartościami, na przykład „id: m1”.
rehearse-not-list = Tu ma być lista.
rehearse-not-text = Tu mają być słowa, nie lista ani klucze.
rehearse-missing = Tego brakuje albo jest puste. Uzupełnij.
rehearse-bad-characters = Są tu znaki, których nie da się zachować. Usuń je.
rehearse-not-whole = Tu ma być liczba całkowita od { $least } do { $most }.
rehearse-unknown = „{ $value }” nie jest tu znane. Możliwe: { $known }
rehearse-twice = „{ $value }” jest dwa razy. Nadaj każdemu własne id.
rehearse-bad-date = „{ $value }” nie jest datą. Zapisz ją tak: 2026-12-09.
rehearse-bad-zone = „{ $value }” nie jest strefą czasową. Zapisz ją tak: Europe/Warsaw.
rehearse-nobody = Nikogo nie ma w zespołach. Dodaj osoby z team marketing albo sales.
rehearse-too-many = Osób jest za dużo. Pokój mieści ich tu { $most }.
rehearse-no-person = „{ $value }” nie ma wśród uczestników. Popraw id albo dodaj osobę.
rehearse-no-member = „{ $value }” nie jest w żadnym zespole. Piszą, głosują i podpisują tylko członkowie zespołów.
rehearse-other-team = { $value } jest w zespole { $team }. Popraw jedno z dwojga.
rehearse-empty-team = Zespół { $team } jest pusty, więc nie może głosować.
rehearse-many-votes = { $place } ma więcej głosów, niż osoby mogą oddać (po { $most }). Odejmij kilka.
rehearse-bad-scale = Takiej skali tu nie ma. Skala biegnie od 1 do 4 albo od 1 do 5.
rehearse-other-length = Liczb jest { $found }, a osób w zespole { $team }: { $people }. Podaj po jednej, w kolejności uczestników.
rehearse-no-note = Nie ma karteczki „{ $value }”. Popraw id albo je usuń.
rehearse-no-section = „{ $value }” nie jest sekcją umowy.

rehearse-cut = Dłuższe, niż pokój przechowuje; ucięte po { $limit } znakach.
rehearse-replaces = Drugi wynik dla { $place }; zajmuje miejsce pierwszego.
rehearse-not-asked = { $value } pokazuje { $level }; o słowa pytamy dopiero przy 3 i niżej, więc te pomijamy.

# Words that a rehearsal file has as codes.
rehearse-measured-from = mierzymy od { $date }
rehearse-its-owner = osoba odpowiedzialna za zobowiązanie
rehearse-quarter = { $what }, { $quarter } kw. { $year }
rehearse-team-both = Marketing i sprzedaż
rehearse-usual-later = Nieomówione w tej próbie.
rehearse-unit = { $unit ->
    [session] wizyta
    [contact] kontakt
    [company] firma
   *[other] umowa
}
