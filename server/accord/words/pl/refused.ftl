# Co się stało, potem co można zrobić. { $field } i { $why } są dla programów; zdania wybierają według nich.
refused-bad_input = { $why ->
    [empty] Czegoś tu brakuje. Uzupełnij i wyślij ponownie.
    [long] To jest za długie. Skróć i wyślij ponownie.
    [characters] Jest tu znak, którego nie da się zachować. Usuń go i wyślij ponownie.
    [choice] Tego nie ma na liście. Wybierz jedną z możliwości.
    [number] Nie ma tu jednej liczby. Wpisz ją, na przykład 50 albo 2,5.
    [share] Nie ma tu udziału. Wpisz go, na przykład 25%.
    [date] To nie jest data. Wpisz ją tak: 2027-01-29.
    [address] To nie wygląda na adres e-mail. Wpisz go tak: anna@example.com.
    [limit] Limit czasu to liczba i jednostka: minuty, godziny albo dni, robocze albo kalendarzowe.
    [hash] Odcisk ma 64 znaki: cyfry i litery od a do f. Potrzeba co najmniej 16 pierwszych; są na dole każdej strony.
    [level] Poziom to porównanie, liczba i jednostka, na przykład co najmniej 50 MQL miesięcznie.
    [range] Ta liczba jest poza zakresem. Zmień ją i wyślij ponownie.
   *[other] Nie udało się tego odczytać. Sprawdź, co wpisano, i wyślij ponownie.
  }
refused-not_allowed = { $why ->
    [removed] Nie ma Cię już w tym warsztacie. Jeśli to pomyłka, poproś osobę prowadzącą o link.
   *[other] Twoja rola na to nie pozwala. Poproś osobę prowadzącą.
  }
refused-phase_closed = Ta część już się skończyła. Twój tekst jest tutaj.
refused-not_found = Już tego nie ma. Być może ktoś to usunął.
refused-not_yours = Zmienić to może tylko osoba, która to napisała.
refused-stale = Ktoś zmienił te słowa wcześniej. Porównaj obie wersje i wybierz.
refused-pen_held = Pióro trzyma ktoś inny. Poczekaj, aż je odłoży.
refused-pen_needed = Najpierw weź pióro, potem pisz.
refused-pen_busy = Ktoś właśnie pisze to sformułowanie. Odpowiedz, gdy pióro będzie odłożone.
refused-vote_closed = Głosowanie jest zamknięte. Ten głos się nie liczy.
refused-no_votes_left = Wszystkie Twoje głosy są rozdane. Cofnij jeden, żeby go przenieść.
refused-reason_needed = Napisz w kilku słowach, co trzeba zmienić.
refused-heads_last = Osoby kierujące zespołami odpowiadają, gdy zrobią to wszyscy inni. Poczekaj chwilę.
refused-heads_only = Kierujący przygotowują szkic. Potem czyta go Twój zespół i każda osoba mówi, co zmienić.
refused-draft_rests = Szkic czeka na spotkanie zespołów. Napisz w uwadze, co powinno być inaczej.
refused-heads_draft = { $count ->
    [one] Jeden punkt to nadal szkic kierujących. Najpierw zapytaj zespoły o zgodę.
    [few] { $count } punkty to nadal szkic kierujących. Najpierw zapytaj zespoły o zgodę.
   *[many] { $count } punktów to nadal szkic kierujących. Najpierw zapytaj zespoły o zgodę.
  }
refused-comments_waiting = { $team ->
    [marketing] Nie omówiono jeszcze żadnej uwagi marketingu. Najpierw omówcie jedną; jeśli żadnej nie ma, poproś marketing o uwagę.
   *[sales] Nie omówiono jeszcze żadnej uwagi sprzedaży. Najpierw omówcie jedną; jeśli żadnej nie ma, poproś sprzedaż o uwagę.
  }
refused-already_proposed = Jest tu już jedna propozycja. Pracujcie nad nią.
refused-not_open = Na tę propozycję nie zbieramy teraz odpowiedzi.
refused-other_team = Może to powiedzieć tylko zespół, który się tu zobowiązuje.
refused-not_promised = To na razie prośba. Najpierw przyjmuje ją zespół, którego dotyczy, a potem pytamy wszystkich.
refused-stale_document = Dokument zmienił się od chwili otwarcia. Przeczytaj aktualną wersję i wtedy podpisz.
refused-name_mismatch = Imię i nazwisko różni się od podanego przy wejściu. Wpisz je tak samo.
refused-already_signed = Ta wersja ma już Twój podpis.
refused-not_a_signer = Podpisują tylko członkowie obu zespołów.
refused-findings = { $n ->
    [one] { $n } błąd zatrzymuje wersję. Jest na liście uwag do dokumentu.
    [few] { $n } błędy zatrzymują wersję. Są na liście uwag do dokumentu.
    [many] { $n } błędów zatrzymuje wersję. Są na liście uwag do dokumentu.
   *[other] { $n } błędu zatrzymuje wersję. Są na liście uwag do dokumentu.
}
refused-section_needed = Bez tej części dokument się nie obejdzie. Można zmienić jej nazwę.
refused-section_off = Ta część jest teraz poza umową. Włączcie ją z powrotem, żeby coś w niej dopisać.
refused-section_asked = W tej części ktoś właśnie pisze albo wszyscy odpowiadają na propozycję zmiany. Poczekaj, aż skończą.
refused-section_not_empty = W tej części stoją już słowa. Usuń je najpierw albo zostaw część poza umową.
refused-nothing_to_freeze = Nie ma jeszcze czego zamknąć. Uzgodnijcie najpierw choć jedno sformułowanie.
refused-doors_closed = Drzwi są zamknięte. Poproś osobę prowadzącą, żeby je otworzyła.
refused-room_full = Sala jest pełna. Powiedz o tym osobie prowadzącej.
refused-name_here = Osoba o tym imieniu i nazwisku już tu jest. Powiedz, czy to Ty.
refused-name_taken_by_you = Jesteś już w tym warsztacie pod tym imieniem. Otwórz go ze strony głównej.
refused-owner_and_date_needed = Podaj, kto się tym zajmie i do kiedy.
refused-too_many = To więcej, niż mieści ta sala. Usuń najpierw coś innego.
refused-id_conflict = To urządzenie wysłało dwie różne rzeczy pod jednym numerem. Tekst jest tutaj; wyślij go ponownie.
refused-waiting = Osoba prowadząca jeszcze Cię nie wpuściła. Poczekaj chwilę.
refused-bad_link = Ten kod lub link nie otwiera żadnego warsztatu. Sprawdź go albo poproś osobę prowadzącą o nowy.
refused-too_few_to_hide = { $here ->
    [one] Ukryci autorzy potrzebują tu co najmniej { $fewest } osób, a jest { $here }. Poczekaj na resztę albo wybierz w agendzie, przy tym kroku, że autorów widać.
    [few] Ukryci autorzy potrzebują tu co najmniej { $fewest } osób, a są { $here }. Poczekaj na resztę albo wybierz w agendzie, przy tym kroku, że autorów widać.
   *[other] Ukryci autorzy potrzebują tu co najmniej { $fewest } osób, a jest { $here }. Poczekaj na resztę albo wybierz w agendzie, przy tym kroku, że autorów widać.
  }
refused-late_to_hide = Autorzy są tu ukryci i karteczki już odsłonięto: to, co dojdzie teraz, zdradziłoby autora. Osoba prowadząca może wrócić do pisania.
refused-already_begun = Ten krok już się zaczął, więc sposób pokazywania autorów zostaje bez zmian.
refused-too_fast = Za dużo naraz. Odczekaj kilka sekund i spróbuj ponownie.
refused-bad_file = Tego pliku nie udało się odczytać jako warsztatu. Wybierz plik wyeksportowany z Accord.
refused-no_session = Ta przeglądarka nie jest w warsztacie. Dołącz kodem lub linkiem.
refused-unavailable = { $why ->
    [full] Serwer nie ma teraz na to miejsca. To, co już zapisane, jest bezpieczne. Powiedz osobie, która opiekuje się serwerem.
    [disk] Serwer nie może pisać na dysku. To, co już zapisane, jest bezpieczne. Powiedz osobie, która opiekuje się serwerem.
    [readonly] Serwer nie może pisać na dysku. To, co już zapisane, jest bezpieczne. Powiedz osobie, która opiekuje się serwerem.
    [seal] Nie udało się zapieczętować podpisanego dokumentu. Nic nie zginęło. Powiedz o tym osobie, która prowadzi serwer.
    [library] Serwerowi brakuje biblioteki do druku. Powiedz osobie, która się nim opiekuje; dokument można na razie zapisać jako stronę.
    [mail] Ten serwer nie wysyła teraz przypomnień.
    [large] Dokument jest za duży, żeby wydrukować go w całości. Wyeksportuj go jako Markdown.
    [time] Druk trwał za długo i został przerwany. Spróbuj za chwilę.
    [queue] Drukuje się teraz wiele dokumentów. Spróbuj za chwilę.
   *[other] Serwer nie może tego teraz zrobić. To, co już zapisane, jest bezpieczne. Spróbuj za chwilę.
  }
refused-offline = Nie ma połączenia, więc teraz się nie uda. Spróbuj, gdy wróci.
refused-outbox_full = Na tym urządzeniu czeka już za dużo. Poczekaj na sieć, zanim napiszesz więcej.
refused-unsent = To czekało tutaj ponad dwanaście godzin i nie zostało wysłane. Tekst jest tutaj; wyślij go, jeśli jest nadal aktualny.
