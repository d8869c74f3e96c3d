# Projektor: co czyta cały pokój. Liczby, nigdy imiona, dopóki trwa pisanie albo głosowanie.

projector-starts = zaczynamy o { $time }
projector-here = { $n } z { $of }
projector-missing = jeszcze nie ma
projector-writing-hidden = Piszemy w ciszy. Gotowe:
projector-writing = Piszemy w ciszy. Odpowiedzi:
projector-voted = Oddane głosy:
projector-vote-how = Wyniki po zamknięciu. Oba zespoły liczą się po równo.
projector-consent = Odpowiedzi, które już są. Pokażemy je naraz:
projector-back = o tej godzinie wracamy
projector-ended = Dziękujemy
projector-ended-more = To uzgodniły oba zespoły.
projector-more = Dalszy ciąg niżej, a całość na własnych ekranach ↓
