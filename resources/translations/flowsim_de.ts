<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
    <context>
        <name />
        <message>
            <source>The language changes when flowsim is started the next time.</source>
            <translation>Die Sprache wechselt beim nächsten Start von flowsim.</translation>
        </message>
        <message>
            <source>A card in the topmost zone is older than 95 % of the finished ones were when they left that column.</source>
            <translation>Karten in der obersten Zone sind älter, als es 95 % der fertigen beim Verlassen dieser Spalte waren.</translation>
        </message>
        <message numerus="yes">
            <source>{0} cards on the board; behind them {1}</source>
            <comment>{0} card on the board; behind it {1}</comment>
            <translation>
                <numerusform>{0} Karte auf dem Board; dahinter {1}</numerusform>
                <numerusform>{0} Karten auf dem Board; dahinter {1}</numerusform>
            </translation>
        </message>
        <message>
            <source>Cards on the board are shown here at their age.</source>
            <translation>Karten auf dem Board erscheinen hier mit ihrem Alter.</translation>
        </message>
        <message>
            <source>{0} for about {1} % of the time on view</source>
            <translation>{0}: etwa {1} % der gezeigten Zeit</translation>
        </message>
        <message>
            <source>Bottleneck</source>
            <translation>Engpass</translation>
        </message>
        <message>
            <source>none</source>
            <translation>ohne</translation>
        </message>
        <message>
            <source>Pale: nobody in the column was free. Strong: it had been so for longer than any other column. The sheet beside the board judges by who was busiest lately.</source>
            <translation>Blass: Niemand in der Spalte war frei. Kräftig: Das war dort schon länger so als in jeder anderen Spalte. Das Blatt neben dem Board urteilt danach, wer zuletzt am meisten beschäftigt war.</translation>
        </message>
        <message>
            <source>When people are at work, the bottleneck shows here.</source>
            <translation>Sobald Leute arbeiten, zeigt sich hier der Engpass.</translation>
        </message>
        <message>
            <source>Flow</source>
            <translation>Fluss</translation>
        </message>
        <message>
            <source>Cumulative flow</source>
            <translation>Kumulativer Fluss</translation>
        </message>
        <message>
            <source>Cycle time</source>
            <translation>Zykluszeit</translation>
        </message>
        <message>
            <source>Throughput</source>
            <translation>Durchsatz</translation>
        </message>
        <message>
            <source>WIP</source>
            <translation>WIP</translation>
        </message>
        <message>
            <source>Work in progress</source>
            <translation>Laufende Arbeit</translation>
        </message>
        <message>
            <source>Aging</source>
            <translation>Kartenalter</translation>
        </message>
        <message>
            <source>Where time goes</source>
            <translation>Wo die Zeit bleibt</translation>
        </message>
        <message>
            <source>Histogram</source>
            <translation>Histogramm</translation>
        </message>
        <message>
            <source>Cycle time histogram</source>
            <translation>Histogramm der Zykluszeit</translation>
        </message>
        <message>
            <source>Queues</source>
            <translation>Warteschlangen</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>Warten</translation>
        </message>
        <message>
            <source>Waiting by cause</source>
            <translation>Wartezeit nach Ursache</translation>
        </message>
        <message>
            <source>Cost of delay</source>
            <translation>Verzögerungskosten</translation>
        </message>
        <message>
            <source>Little's law</source>
            <translation>Littles Gesetz</translation>
        </message>
        <message>
            <source>Together</source>
            <translation>Zusammen</translation>
        </message>
        <message>
            <source>No class of this board has a cost of delay per {0}.</source>
            <translation>Keine Klasse dieses Boards hat Verzögerungskosten je {0}.</translation>
        </message>
        <message>
            <source>What waiting costs adds up here.</source>
            <translation>Hier summiert sich, was Warten kostet.</translation>
        </message>
        <message>
            <source>What waiting has cost: every card costs its class's rate from its arrival until it is finished.</source>
            <translation>Was Warten gekostet hat: Jede Karte kostet den Satz ihrer Klasse, von der Ankunft an, bis sie fertig ist.</translation>
        </message>
        <message>
            <source>cost</source>
            <translation>Kosten</translation>
        </message>
        <message>
            <source>Backlog</source>
            <translation>Backlog</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Fertig</translation>
        </message>
        <message>
            <source>A band's height is the work in that column; its width is about how long a card stays there.</source>
            <translation>Die Höhe eines Bandes ist die Arbeit in der Spalte, seine Breite ungefähr die Verweildauer einer Karte dort.</translation>
        </message>
        <message>
            <source>Press Space to play: the diagram draws itself as cards flow.</source>
            <translation>Die Leertaste startet: Das Diagramm zeichnet sich, während Karten fließen.</translation>
        </message>
        <message>
            <source>{0} finished, {1} open</source>
            <translation>{0} fertig, {1} offen</translation>
        </message>
        <message>
            <source>{0}, {1} turned away at a full backlog</source>
            <translation>{0}, {1} bei vollem Backlog abgewiesen</translation>
        </message>
        <message numerus="yes">
            <source>{0}; {1} discarded cards still count in the bands they were in</source>
            <comment>{0}; {1} discarded card still counts in the band it was in</comment>
            <translation>
                <numerusform>{0}; {1} verworfene Karte zählt weiter in dem Band, in dem sie war</numerusform>
                <numerusform>{0}; {1} verworfene Karten zählen weiter in den Bändern, in denen sie waren</numerusform>
            </translation>
        </message>
        <message>
            <source>cards</source>
            <translation>Karten</translation>
        </message>
        <message>
            <source>Arrivals</source>
            <translation>Zugänge</translation>
        </message>
        <message>
            <source>Departures</source>
            <translation>Abgänge</translation>
        </message>
        <message numerus="yes">
            <source>{0} cards</source>
            <comment>{0} card</comment>
            <translation>
                <numerusform>{0} Karte</numerusform>
                <numerusform>{0} Karten</numerusform>
            </translation>
        </message>
        <message>
            <source>Cycle time, about</source>
            <translation>Zykluszeit, etwa</translation>
        </message>
        <message>
            <source>{0}, {1} {2}</source>
            <translation>{0}, {1} {2}</translation>
        </message>
        <message>
            <source>Finished last</source>
            <translation>Zuletzt fertig</translation>
        </message>
        <message>
            <source>Each dot is a finished card; rings at the right end are cards not finished, at their age so far.</source>
            <translation>Jeder Punkt ist eine fertige Karte; Ringe am rechten Rand sind unfertige Karten mit ihrem bisherigen Alter.</translation>
        </message>
        <message>
            <source>When cards are finished, each becomes a dot here.</source>
            <translation>Jede fertige Karte wird hier zu einem Punkt.</translation>
        </message>
        <message>
            <source>Age</source>
            <translation>Alter</translation>
        </message>
        <message>
            <source>Started</source>
            <translation>Begonnen</translation>
        </message>
        <message>
            <source>Finished</source>
            <translation>Fertig</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>Klasse</translation>
        </message>
        <message>
            <source>{0} %: {1}</source>
            <translation>{0} %: {1}</translation>
        </message>
        <message>
            <source>{0}, {1}</source>
            <translation>{0}, {1}</translation>
        </message>
        <message>
            <source>{0} %: at least {1}</source>
            <translation>{0} %: mindestens {1}</translation>
        </message>
        <message>
            <source>{0} more</source>
            <translation>{0} mehr</translation>
        </message>
        <message>
            <source>{0} % of futures: at least</source>
            <translation>{0} % der Verläufe: mindestens</translation>
        </message>
        <message>
            <source>From now on the lines say how many cards are finished at least, in so many of a hundred futures.</source>
            <translation>Ab jetzt zeigen die Linien, wie viele Karten in so vielen von hundert möglichen Verläufen mindestens fertig sind.</translation>
        </message>
        <message>
            <source>From throughput alone, worked out exactly</source>
            <translation>Nur aus dem Durchsatz, exakt berechnet</translation>
        </message>
        <message>
            <source>{0} futures from the board as it stands</source>
            <translation>{0} mögliche Verläufe ab dem jetzigen Stand des Boards</translation>
        </message>
        <message>
            <source>The fan is drawn here.</source>
            <translation>Hier wird der Fächer gezeichnet.</translation>
        </message>
        <message>
            <source>Finished cards</source>
            <translation>Fertige Karten</translation>
        </message>
        <message>
            <source>At work</source>
            <translation>In Arbeit</translation>
        </message>
        <message>
            <source>Finished by the team</source>
            <translation>Vom Team fertiggestellt</translation>
        </message>
        <message>
            <source>Started by the team</source>
            <translation>Vom Team begonnen</translation>
        </message>
        <message>
            <source>The board, with the same arrivals</source>
            <translation>Das Board bei gleichen Zugängen</translation>
        </message>
        <message>
            <source>Finished on the board</source>
            <translation>Auf dem Board fertig</translation>
        </message>
        <message>
            <source>Where the line leaves the area, the board does otherwise than the team did.</source>
            <translation>Wo die Linie die Fläche verlässt, verhält sich das Board anders als das Team.</translation>
        </message>
        <message>
            <source>items</source>
            <translation>Elemente</translation>
        </message>
        <message>
            <source>The board and the team</source>
            <translation>Das Board und das Team</translation>
        </message>
        <message>
            <source>How many cards took how long. A long tail to the right is what makes promises hard to keep.</source>
            <translation>Wie viele Karten wie lange brauchten. Ein langer Ausläufer nach rechts macht es schwer, Zusagen zu halten.</translation>
        </message>
        <message>
            <source>When cards are finished, their cycle times pile up here.</source>
            <translation>Hier stapeln sich die Zykluszeiten fertiger Karten.</translation>
        </message>
        <message>
            <source>L, work in progress</source>
            <translation>L, laufende Arbeit</translation>
        </message>
        <message>
            <source>{0} {1}</source>
            <translation>{0} {1}</translation>
        </message>
        <message>
            <source>λ = {0}, W = {1}; {2}</source>
            <translation>λ = {0}, W = {1}; {2}</translation>
        </message>
        <message>
            <source>Average work in progress = throughput × average cycle time, in the long run: the lines meet.</source>
            <translation>Durchschnittliche laufende Arbeit = Durchsatz × durchschnittliche Zykluszeit, auf lange Sicht: Die Linien treffen sich.</translation>
        </message>
        <message>
            <source>Average work, throughput and cycle time meet here.</source>
            <translation>Hier treffen sich durchschnittliche Arbeit, Durchsatz und Zykluszeit.</translation>
        </message>
        <message>
            <source>this run: {0} {1}</source>
            <translation>dieser Lauf: {0} {1}</translation>
        </message>
        <message>
            <source>How often each value came with the same decisions and other luck; the line is the run on the board.</source>
            <translation>Wie oft jeder Wert bei gleichen Entscheidungen und anderem Zufall vorkam; die Linie ist der Lauf auf dem Board.</translation>
        </message>
        <message>
            <source>{0} runs</source>
            <translation>{0} Läufe</translation>
        </message>
        <message>
            <source>runs</source>
            <translation>Läufe</translation>
        </message>
        <message>
            <source>When cards are finished, the run is placed here.</source>
            <translation>Sobald Karten fertig sind, wird der Lauf hier eingeordnet.</translation>
        </message>
        <message>
            <source>working {0}</source>
            <translation>{0} (Arbeitszeit)</translation>
        </message>
        <message>
            <source>{0} finished, {1} open ({2})</source>
            <translation>{0} fertig, {1} offen ({2})</translation>
        </message>
        <message>
            <source>The upper bar is what was guessed, the lower one what came.</source>
            <translation>Der obere Balken ist der Tipp, der untere das Ergebnis.</translation>
        </message>
        <message>
            <source>It came to</source>
            <translation>Ergebnis</translation>
        </message>
        <message>
            <source>We said</source>
            <translation>Unser Tipp</translation>
        </message>
        <message>
            <source>we said</source>
            <translation>unser Tipp</translation>
        </message>
        <message>
            <source>The line is what came; the ring is the point that was guessed.</source>
            <translation>Die Linie ist das Ergebnis, der Ring der getippte Punkt.</translation>
        </message>
        <message>
            <source>Click where the line will be.</source>
            <translation>Klicken Sie dahin, wo die Linie sein wird.</translation>
        </message>
        <message>
            <source>{0} waiting</source>
            <translation>{0} wartend</translation>
        </message>
        <message>
            <source>Cards that wait for somebody, column by column: the queue stands in front of what is short.</source>
            <translation>Karten, die auf jemanden warten, Spalte für Spalte: Die Schlange steht vor dem, was knapp ist.</translation>
        </message>
        <message numerus="yes">
            <source>{0} cards waiting; full height = {1}, in every column</source>
            <comment>{0} card waiting; full height = {1}, in every column</comment>
            <translation>
                <numerusform>{0} wartende Karte; volle Höhe = {1}, in jeder Spalte</numerusform>
                <numerusform>{0} wartende Karten; volle Höhe = {1}, in jeder Spalte</numerusform>
            </translation>
        </message>
        <message>
            <source>Cards that wait are counted here.</source>
            <translation>Wartende Karten werden hier gezählt.</translation>
        </message>
        <message>
            <source>the room</source>
            <translation>der Raum</translation>
        </message>
        <message>
            <source>{0} runs with other luck</source>
            <translation>{0} Läufe mit anderem Zufall</translation>
        </message>
        <message>
            <source>Bars: what the room said. Line: what came. Area: what came when only luck was different.</source>
            <translation>Balken: was der Raum getippt hat. Linie: das Ergebnis. Fläche: Ergebnisse, wenn nur der Zufall anders war.</translation>
        </message>
        <message>
            <source>{0} answers</source>
            <translation>{0} Antworten</translation>
        </message>
        <message>
            <source>answers</source>
            <translation>Antworten</translation>
        </message>
        <message>
            <source>How many chose each; ✓ came true.</source>
            <translation>Wie viele was gewählt haben; ✓ traf ein.</translation>
        </message>
        <message>
            <source>How many cards each round had delivered by then; the steeper, the faster.</source>
            <translation>Wie viele Karten jede Runde bis dahin geliefert hatte: je steiler, desto schneller.</translation>
        </message>
        <message>
            <source>{0} of {1} rounds</source>
            <translation>{0} von {1} Runden</translation>
        </message>
        <message>
            <source>Rounds are drawn here, one behind the other.</source>
            <translation>Hier werden die Runden gezeichnet, eine hinter der anderen.</translation>
        </message>
        <message>
            <source>Delivered, round by round</source>
            <translation>Geliefert, Runde für Runde</translation>
        </message>
        <message>
            <source>seed {0}</source>
            <translation>Startzahl {0}</translation>
        </message>
        <message>
            <source>board</source>
            <translation>Board</translation>
        </message>
        <message>
            <source>WIP limits: {0}</source>
            <translation>WIP-Limits: {0}</translation>
        </message>
        <message>
            <source>95 % interval</source>
            <translation>95-%-Intervall</translation>
        </message>
        <message>
            <source>{0} to {1}</source>
            <translation>{0} – {1}</translation>
        </message>
        <message>
            <source>Click</source>
            <translation>Klick</translation>
        </message>
        <message>
            <source>this board, to play</source>
            <translation>dieses Board spielen</translation>
        </message>
        <message>
            <source>Each dot is the mean of all runs with that setting, with its 95 % interval; faint dots are runs.</source>
            <translation>Jeder Punkt ist der Mittelwert aller Läufe mit dieser Einstellung, samt 95-%-Intervall; blasse Punkte sind Läufe.</translation>
        </message>
        <message>
            <source>Results draw here while they come in.</source>
            <translation>Ergebnisse erscheinen hier, sobald sie eintreffen.</translation>
        </message>
        <message>
            <source>{0} (now)</source>
            <translation>{0} (jetzt)</translation>
        </message>
        <message>
            <source>{0}{1}</source>
            <translation>{0}{1}</translation>
        </message>
        <message>
            <source>Each field is the mean of all runs with that pair of settings; ● is the one to take, ○ is level.</source>
            <translation>Jedes Feld ist der Mittelwert aller Läufe mit diesen zwei Einstellungen; ● ist die beste Wahl, ○ ist gleichauf.</translation>
        </message>
        <message>
            <source>{0}, by {1}</source>
            <translation>{0}, über {1}</translation>
        </message>
        <message>
            <source>{0} ({1}): {2} across, {3} upwards</source>
            <translation>{0} ({1}): {2} nach rechts, {3} nach oben</translation>
        </message>
        <message>
            <source>mean {0}</source>
            <translation>Mittelwert {0}</translation>
        </message>
        <message>
            <source>upper limit {0}</source>
            <translation>obere Grenze {0}</translation>
        </message>
        <message>
            <source>lower limit {0}</source>
            <translation>untere Grenze {0}</translation>
        </message>
        <message>
            <source>{0} whole periods of {1}</source>
            <translation>{0} ganze Zeiträume (je {1})</translation>
        </message>
        <message>
            <source>{0}, limits of the {1} after the warm-up</source>
            <translation>{0}, Grenzen aus den {1} nach der Einschwingzeit</translation>
        </message>
        <message>
            <source>{0}; no limits: with fewer than {1} cards a period they would say nothing</source>
            <translation>{0}; keine Grenzen: Bei weniger als {1} Karten je Zeitraum sagen sie nichts aus</translation>
        </message>
        <message>
            <source>{0}; none stands out: what varies is the process itself</source>
            <translation>{0}; keiner fällt auf: Was schwankt, ist der Prozess selbst</translation>
        </message>
        <message numerus="yes">
            <source>{0}; {1} stand out</source>
            <comment>{0}; {1} stands out</comment>
            <translation>
                <numerusform>{0}; {1} fällt auf</numerusform>
                <numerusform>{0}; {1} fallen auf</numerusform>
            </translation>
        </message>
        <message>
            <source>Between the limits a process varies by itself; ringed periods have a cause of their own.</source>
            <translation>Zwischen den Grenzen schwankt ein Prozess von selbst; umringte Zeiträume haben eine eigene Ursache.</translation>
        </message>
        <message>
            <source>cards / {0}</source>
            <translation>Karten / {0}</translation>
        </message>
        <message>
            <source>After some whole periods, finished cards are counted here.</source>
            <translation>Nach einigen ganzen Zeiträumen werden hier fertige Karten gezählt.</translation>
        </message>
        <message>
            <source>Busy</source>
            <translation>Beschäftigt</translation>
        </message>
        <message>
            <source>Set-up</source>
            <translation>Rüsten</translation>
        </message>
        <message>
            <source>Blocked</source>
            <translation>Blockiert</translation>
        </message>
        <message>
            <source>Free</source>
            <translation>Frei</translation>
        </message>
        <message>
            <source>{0} % busy</source>
            <translation>{0} % beschäftigt</translation>
        </message>
        <message>
            <source>What people did with their time: a column without any free time is where the work is short of people.</source>
            <translation>Womit die Leute ihre Zeit verbracht haben: Wo gar keine freie Zeit bleibt, fehlen der Arbeit Leute.</translation>
        </message>
        <message>
            <source>When people have worked, their time is divided here.</source>
            <translation>Sobald Leute gearbeitet haben, wird ihre Zeit hier aufgeteilt.</translation>
        </message>
        <message>
            <source>{0}, work left undone</source>
            <translation>{0}, Arbeit blieb liegen</translation>
        </message>
        <message>
            <source>{0} …</source>
            <translation>{0} …</translation>
        </message>
        <message>
            <source>Work</source>
            <translation>Arbeit</translation>
        </message>
        <message>
            <source>For somebody</source>
            <translation>Auf jemanden</translation>
        </message>
        <message>
            <source>For room ahead</source>
            <translation>Auf freien Platz</translation>
        </message>
        <message>
            <source>For its batch</source>
            <translation>Auf das Los</translation>
        </message>
        <message>
            <source>On its way</source>
            <translation>Unterwegs</translation>
        </message>
        <message>
            <source>Back in backlog</source>
            <translation>Zurück im Backlog</translation>
        </message>
        <message>
            <source>  {0} ({1} %)</source>
            <translation>  {0} ({1} %)</translation>
        </message>
        <message>
            <source>What the average finished card spent its cycle time on: the longest bar is where to look first.</source>
            <translation>Womit die durchschnittliche fertige Karte ihre Zykluszeit verbracht hat: Sehen Sie beim längsten Balken zuerst hin.</translation>
        </message>
        <message>
            <source>mean cycle time {0}; {1}</source>
            <translation>mittlere Zykluszeit {0}; {1}</translation>
        </message>
        <message>
            <source>When cards are finished, their time is divided here.</source>
            <translation>Sobald Karten fertig sind, wird ihre Zeit hier aufgeteilt.</translation>
        </message>
        <message>
            <source>Figures count from the end of the shaded part on; drag its edge to have it elsewhere.</source>
            <translation>Kennzahlen zählen ab dem Ende des schattierten Teils; ziehen Sie an seinem Rand, um es zu verschieben.</translation>
        </message>
        <message>
            <source>mean of the first runs of each setting</source>
            <translation>Mittelwert der ersten Läufe jeder Einstellung</translation>
        </message>
        <message>
            <source>Cards in the system, and the warm-up</source>
            <translation>Karten im System und die Einschwingzeit</translation>
        </message>
        <message>
            <source>From the first setting to the second, by where cards spend their time; the steps sum exactly.</source>
            <translation>Von der ersten Einstellung zur zweiten, danach, wo Karten ihre Zeit verbringen; die Stufen ergeben genau die Summe.</translation>
        </message>
        <message>
            <source>Where the difference comes from is drawn here.</source>
            <translation>Hier wird gezeichnet, woher der Unterschied kommt.</translation>
        </message>
        <message>
            <source>{0} ({1} to {2})</source>
            <translation>{0} ({1} bis {2})</translation>
        </message>
        <message>
            <source>limit of the board: {0}</source>
            <translation>Limit des Boards: {0}</translation>
        </message>
        <message>
            <source>How many cards are in each column: a band that swells is where work piles up.</source>
            <translation>Wie viele Karten in jeder Spalte sind: Wo ein Band anschwillt, staut sich Arbeit.</translation>
        </message>
        <message numerus="yes">
            <source>{0} cards on the board, {1} in the backlog</source>
            <comment>{0} card on the board, {1} in the backlog</comment>
            <translation>
                <numerusform>{0} Karte auf dem Board, {1} im Backlog</numerusform>
                <numerusform>{0} Karten auf dem Board, {1} im Backlog</numerusform>
            </translation>
        </message>
        <message>
            <source>Cards on the board are counted here.</source>
            <translation>Karten auf dem Board werden hier gezählt.</translation>
        </message>
        <message>
            <source>a run that can go on</source>
            <translation>ein Lauf, der weitergehen kann</translation>
        </message>
        <message>
            <source>a long session: played up to {0} only; what its board refuses later is not listed</source>
            <translation>eine lange Sitzung: nur bis {0} gespielt; was ihr Board später ablehnt, ist nicht aufgeführt</translation>
        </message>
        <message>
            <source>nothing can be finished, because nobody is here</source>
            <translation>nichts kann fertig werden, weil niemand da ist</translation>
        </message>
        <message>
            <source>nothing can be finished, because nobody works in {0}</source>
            <translation>nichts kann fertig werden, weil niemand in {0} arbeitet</translation>
        </message>
        <message>
            <source> and </source>
            <translation> und </translation>
        </message>
        <message>
            <source>{0} is needed {1} of the time for work nobody else can do: the backlog will grow without end</source>
            <translation>{0} bräuchte {1} der Zeit für Arbeit, die sonst niemand kann: Das Backlog wächst ohne Ende</translation>
        </message>
        <message>
            <source>the predicted bottleneck is {0}</source>
            <translation>der voraussichtliche Engpass ist {0}</translation>
        </message>
        <message>
            <source>the predicted bottleneck is {0}, needed {1} of its people, if they did nothing else</source>
            <translation>der voraussichtliche Engpass ist {0}, zu {1} ausgelastet, wenn seine Leute sonst nichts tun</translation>
        </message>
        <message>
            <source>the predicted bottleneck is {0}, needed {1} of its time</source>
            <translation>der voraussichtliche Engpass ist {0}, zu {1} ausgelastet</translation>
        </message>
        <message>
            <source>the board finishes {0}, because of {1}</source>
            <translation>das Board schafft {0}; Grund: {1}</translation>
        </message>
        <message>
            <source>the board can finish at most {0}, because of {1}</source>
            <translation>das Board schafft höchstens {0}; Grund: {1}</translation>
        </message>
        <message>
            <source>{0} arrives, more than that: the backlog will grow without end</source>
            <translation>es kommt mehr an, nämlich {0}: Das Backlog wächst ohne Ende</translation>
        </message>
        <message>
            <source>{0} %</source>
            <translation>{0} %</translation>
        </message>
        <message numerus="yes">
            <source>{0} cards {1}</source>
            <comment>{0} card {1}</comment>
            <translation>
                <numerusform>{0} Karte {1}</numerusform>
                <numerusform>{0} Karten {1}</numerusform>
            </translation>
        </message>
        <message>
            <source>as good as no cards</source>
            <translation>so gut wie keine Karten</translation>
        </message>
        <message>
            <source>one card every {0}</source>
            <translation>alle {0} eine Karte</translation>
        </message>
        <message>
            <source>{0} is needed {1} of its time: the backlog will grow without end</source>
            <translation>{0} bräuchte {1} der verfügbaren Zeit: Das Backlog wächst ohne Ende</translation>
        </message>
        <message>
            <source>{0} is needed {1} of its time: whatever varies makes the backlog grow</source>
            <translation>{0} ist zu {1} ausgelastet: Jede Schwankung lässt das Backlog wachsen</translation>
        </message>
        <message>
            <source>with a set-up of {0} in {1} no batch is large enough to keep up</source>
            <translation>Rüstzeit {0} in {1}: Kein Los ist groß genug, um mitzuhalten</translation>
        </message>
        <message>
            <source>with a set-up of {0} in {1} the smallest batch that keeps up is {2}</source>
            <translation>Rüstzeit {0} in {1}: Das kleinste Los, das mithält, ist {2}</translation>
        </message>
        <message>
            <source>{0} has {1} people but room for {2} at a time: somebody is always idle</source>
            <translation>{0} hat {1} Leute, aber nur Platz für {2} zugleich: Jemand ist immer frei</translation>
        </message>
        <message>
            <source>warm-up {0} → {1}</source>
            <translation>Einschwingzeit {0} → {1}</translation>
        </message>
        <message>
            <source>another plan of changes</source>
            <translation>anderer Plan der Änderungen</translation>
        </message>
        <message>
            <source>seed {0} → {1}</source>
            <translation>Startzahl {0} → {1}</translation>
        </message>
        <message>
            <source>every column: {0}</source>
            <translation>jede Spalte: {0}</translation>
        </message>
        <message>
            <source>{0}: share {1} → {2}</source>
            <translation>{0}: Anteil {1} → {2}</translation>
        </message>
        <message>
            <source>{0}: priority {1} → {2}</source>
            <translation>{0}: Priorität {1} → {2}</translation>
        </message>
        <message>
            <source>{0}: target {1} → {2}</source>
            <translation>{0}: Ziel {1} → {2}</translation>
        </message>
        <message>
            <source>{0}: cost of delay {1} → {2}</source>
            <translation>{0}: Verzögerungskosten {1} → {2}</translation>
        </message>
        <message>
            <source>arrivals {0} → {1} {2}</source>
            <translation>Zugänge {0} → {1} {2}</translation>
        </message>
        <message>
            <source>cards {0} → {1}</source>
            <translation>Karten {0} → {1}</translation>
        </message>
        <message>
            <source>other arrivals</source>
            <translation>andere Zugänge</translation>
        </message>
        <message>
            <source>at least one working day that is left from {0} on</source>
            <translation>mindestens ein Arbeitstag, der ab {0} übrig bleibt</translation>
        </message>
        <message>
            <source>every day</source>
            <translation>alle Tage</translation>
        </message>
        <message>
            <source>a date such as {0}</source>
            <translation>ein Datum wie {0}</translation>
        </message>
        <message>
            <source>a date, or two such as {0}</source>
            <translation>ein Datum oder zwei wie {0}</translation>
        </message>
        <message>
            <source>no day of the week</source>
            <translation>kein Wochentag</translation>
        </message>
        <message>
            <source>at least one working day</source>
            <translation>mindestens ein Arbeitstag</translation>
        </message>
        <message>
            <source>at most ten years in a row</source>
            <translation>höchstens zehn Jahre am Stück</translation>
        </message>
        <message>
            <source>not before the one above it, at {0}</source>
            <translation>nicht vor dem Eingriff darüber, also ab {0}</translation>
        </message>
        <message>
            <source>at or after the last intervention, at {0}</source>
            <translation>nicht vor dem letzten Eingriff, also ab {0}</translation>
        </message>
        <message>
            <source>at least low, which is {0}</source>
            <translation>mindestens low, also {0}</translation>
        </message>
        <message>
            <source>from low ({0}) to high ({1})</source>
            <translation>von low ({0}) bis high ({1})</translation>
        </message>
        <message>
            <source>one of the {0} shared limits, from 0</source>
            <translation>eines der {0} gemeinsamen Limits, ab 0 gezählt</translation>
        </message>
        <message>
            <source>left out, since {0} is named</source>
            <translation>weggelassen, da {0} genannt ist</translation>
        </message>
        <message>
            <source>0, where there is a probability: blockers come once a visit, or at a rate</source>
            <translation>0, wenn es eine Wahrscheinlichkeit gibt: Blockaden kommen einmal je Besuch oder mit einer Rate</translation>
        </message>
        <message>
            <source>a work column; nobody works in a queue</source>
            <translation>eine Arbeitsspalte; in einer Warteschlange arbeitet niemand</translation>
        </message>
        <message>
            <source>a board with named people; this one has none</source>
            <translation>ein Board mit Leuten, die Namen haben; dieses hat keine</translation>
        </message>
        <message>
            <source>after the warm-up, which ends at {0}</source>
            <translation>nach der Einschwingzeit, die bei {0} endet</translation>
        </message>
        <message>
            <source>a gap longer than 0, or no end of cards arrives at once</source>
            <translation>ein Abstand über 0, sonst kommen endlos viele Karten auf einmal an</translation>
        </message>
        <message>
            <source>0 between arrivals</source>
            <translation>0 zwischen Zugängen</translation>
        </message>
        <message>
            <source>at least one period in which cards come</source>
            <translation>mindestens ein Zeitraum, in dem Karten kommen</translation>
        </message>
        <message>
            <source>rates that are all 0</source>
            <translation>lauter Raten von 0</translation>
        </message>
        <message>
            <source>at most {0}, so that no more than {1} cards arrive</source>
            <translation>höchstens {0}, damit nicht mehr als {1} Karten ankommen</translation>
        </message>
        <message>
            <source>"all", because a queue holds only finished work</source>
            <translation>"all", weil eine Warteschlange nur fertige Arbeit enthält</translation>
        </message>
        <message>
            <source>at most {0}, the limit of {1}, which the batch must pass</source>
            <translation>höchstens {0}, denn das Los muss durch dieses Limit: {1}</translation>
        </message>
        <message>
            <source>{0} in {1}</source>
            <translation>{0} in {1}</translation>
        </message>
        <message>
            <source>{0} on the board</source>
            <translation>{0} auf dem Board</translation>
        </message>
        <message>
            <source>the columns {0}</source>
            <translation>die Spalten {0}</translation>
        </message>
        <message>
            <source>an earlier column, or null for rework in place</source>
            <translation>eine frühere Spalte oder null für Nacharbeit an Ort und Stelle</translation>
        </message>
        <message>
            <source>this column or an earlier one</source>
            <translation>diese Spalte oder eine frühere</translation>
        </message>
        <message>
            <source>below 1, or no card would ever leave</source>
            <translation>unter 1, sonst käme keine Karte je weiter</translation>
        </message>
        <message>
            <source>neighbouring columns</source>
            <translation>benachbarte Spalten</translation>
        </message>
        <message>
            <source>at least one column this person can work in</source>
            <translation>mindestens eine Spalte, in der diese Person arbeiten kann</translation>
        </message>
        <message>
            <source>a colour such as "{0}"</source>
            <translation>eine Farbe wie "{0}"</translation>
        </message>
        <message>
            <source>shares that sum to 0</source>
            <translation>Anteile mit der Summe 0</translation>
        </message>
        <message>
            <source>at least one share above 0</source>
            <translation>mindestens ein Anteil über 0</translation>
        </message>
        <message>
            <source>at least {0}</source>
            <translation>mindestens {0}</translation>
        </message>
        <message>
            <source>at or after its first time, {0}</source>
            <translation>nicht vor dem ersten Mal, also ab {0}</translation>
        </message>
        <message>
            <source>left out, where there is no every: the change is made once</source>
            <translation>weggelassen, wenn es kein every gibt: Die Änderung geschieht einmal</translation>
        </message>
        <message>
            <source>{0} at {1}</source>
            <translation>{0} bei {1}</translation>
        </message>
        <message>
            <source>what the board allows then: {0}: {1}</source>
            <translation>was das Board dann zulässt: {0}: {1}</translation>
        </message>
        <message>
            <source>somebody who can work in columns[{0}], or the board stops there for good</source>
            <translation>jemand, der in columns[{0}] arbeiten kann, sonst bleibt das Board dort für immer stehen</translation>
        </message>
        <message>
            <source>nobody with the skill "{0}"</source>
            <translation>niemand mit der Fähigkeit „{0}“</translation>
        </message>
        <message>
            <source>at least {0}, or the board stops for good with a batch in {1} that cannot fill</source>
            <translation>mindestens {0}, sonst bleibt das Board für immer stehen: In {1} wird ein Los nicht voll</translation>
        </message>
        <message>
            <source>a board of queues without limits, with auto_pull false: nothing but dice moves cards there</source>
            <translation>ein Board aus Warteschlangen ohne Limits, mit auto_pull false: Nur Würfel bewegen dort Karten</translation>
        </message>
        <message>
            <source>{0} is a queue already</source>
            <translation>{0} ist schon eine Warteschlange</translation>
        </message>
        <message>
            <source>a board has at least one column</source>
            <translation>ein Board hat mindestens eine Spalte</translation>
        </message>
        <message>
            <source>every card has a class, so there is at least one</source>
            <translation>jede Karte hat eine Klasse, also gibt es mindestens eine</translation>
        </message>
        <message>
            <source>every card has a family, so there is at least one</source>
            <translation>jede Karte hat eine Familie, also gibt es mindestens eine</translation>
        </message>
        <message>
            <source>a board has at most {0} columns</source>
            <translation>ein Board hat höchstens {0} Spalten</translation>
        </message>
        <message>
            <source>null, because a backlog that is never empty turns nobody away</source>
            <translation>null, weil ein Backlog, das nie leer ist, niemanden abweist</translation>
        </message>
        <message>
            <source>saturated, with no work in any column</source>
            <translation>saturated, ohne Arbeit in irgendeiner Spalte</translation>
        </message>
        <message>
            <source>at least one column where work takes time</source>
            <translation>mindestens eine Spalte, in der Arbeit Zeit braucht</translation>
        </message>
        <message>
            <source>a WIP limit, because nothing before this column slows down the endless backlog</source>
            <translation>ein WIP-Limit, weil vor dieser Spalte nichts das endlose Backlog bremst</translation>
        </message>
        <message>
            <source>below 1 for a class that arrives, or no end of cards passes by at once</source>
            <translation>unter 1 für eine Klasse, die ankommt, sonst ziehen endlos viele Karten auf einmal vorbei</translation>
        </message>
        <message>
            <source>1 for every class, with an endless backlog</source>
            <translation>1 für jede Klasse, bei endlosem Backlog</translation>
        </message>
        <message>
            <source>saturated, with no work in any column for {0}</source>
            <translation>saturated, ohne Arbeit in irgendeiner Spalte für {0}</translation>
        </message>
        <message>
            <source>a column that it does not pass by, where its work takes time</source>
            <translation>eine Spalte, die sie nicht überspringt und in der ihre Arbeit Zeit braucht</translation>
        </message>
        <message>
            <source>at most {0}, where this board's run ends</source>
            <translation>höchstens {0}, wo der Lauf dieses Boards endet</translation>
        </message>
        <message>
            <source>a finite number</source>
            <translation>eine endliche Zahl</translation>
        </message>
        <message>
            <source>a list of {0}, or an empty one</source>
            <translation>eine Liste der Länge {0} oder eine leere</translation>
        </message>
        <message>
            <source>the place of an option, from 0 to {0}</source>
            <translation>die Stelle einer Option, von 0 bis {0}</translation>
        </message>
        <message>
            <source>one of {0}</source>
            <translation>eines von {0}</translation>
        </message>
        <message>
            <source>a time, because the run of this board never ends</source>
            <translation>eine Zeit, weil der Lauf dieses Boards nie endet</translation>
        </message>
        <message>
            <source>settings of columns or rules</source>
            <translation>Einstellungen von Spalten oder Regeln</translation>
        </message>
        <message>
            <source>none, where dice move cards</source>
            <translation>keine, wo Würfel die Karten bewegen</translation>
        </message>
        <message>
            <source>a time, because people roll once each time unit until then</source>
            <translation>eine Zeit, weil die Leute bis dahin in jeder Zeiteinheit einmal würfeln</translation>
        </message>
        <message>
            <source>the column whose queue is meant</source>
            <translation>die Spalte, deren Warteschlange gemeint ist</translation>
        </message>
        <message>
            <source>figure and bottleneck</source>
            <translation>figure und bottleneck</translation>
        </message>
        <message>
            <source>one of them</source>
            <translation>eines von beiden</translation>
        </message>
        <message>
            <source>no bound</source>
            <translation>keine Grenze</translation>
        </message>
        <message>
            <source>above or below, or both</source>
            <translation>above oder below oder beide</translation>
        </message>
        <message>
            <source>a round played before; there is none</source>
            <translation>eine zuvor gespielte Runde; es gibt keine</translation>
        </message>
        <message>
            <source>a number of minutes that no other variant has</source>
            <translation>eine Zahl von Minuten, die keine andere Variante hat</translation>
        </message>
        <message>
            <source>{0} before it, with which it compares</source>
            <translation>davor {0}, womit der Schritt vergleicht</translation>
        </message>
        <message>
            <source>the plan of the board</source>
            <translation>der Plan des Boards</translation>
        </message>
        <message>
            <source>the limit of {0}</source>
            <translation>das Limit von {0}</translation>
        </message>
        <message>
            <source>the shared limit of {0}</source>
            <translation>das gemeinsame Limit von {0}</translation>
        </message>
        <message>
            <source>the limits of classes in {0}</source>
            <translation>die Limits der Klassen in {0}</translation>
        </message>
        <message>
            <source>the limits of classes on the board</source>
            <translation>die Limits der Klassen auf dem Board</translation>
        </message>
        <message>
            <source>replenishing {0} so seldom</source>
            <translation>der seltene Nachschub für {0}</translation>
        </message>
        <message>
            <source>delivering from {0} so seldom</source>
            <translation>die seltene Auslieferung aus {0}</translation>
        </message>
        <message>
            <source>the number of people</source>
            <translation>die Zahl der Leute</translation>
        </message>
        <message>
            <source>others</source>
            <translation>andere</translation>
        </message>
        <message>
            <source>always the same</source>
            <translation>immer gleich</translation>
        </message>
        <message>
            <source>varies a little</source>
            <translation>schwankt wenig</translation>
        </message>
        <message>
            <source>varies a lot</source>
            <translation>schwankt stark</translation>
        </message>
        <message>
            <source>varies wildly</source>
            <translation>schwankt extrem</translation>
        </message>
        <message>
            <source>{0} and {1} more</source>
            <translation>{0} und {1} weitere</translation>
        </message>
        <message>
            <source>one person from {0} to {1}</source>
            <translation>eine Person von {0} zu {1}</translation>
        </message>
        <message>
            <source>{0} from {1} to {2}</source>
            <translation>{0} von {1} zu {2}</translation>
        </message>
        <message>
            <source>no limit for any column</source>
            <translation>alle Spalten ohne Limit</translation>
        </message>
        <message>
            <source>limit of every column to {0}</source>
            <translation>Limit jeder Spalte auf {0}</translation>
        </message>
        <message>
            <source>batch of every column to {0}</source>
            <translation>Los jeder Spalte auf {0}</translation>
        </message>
        <message numerus="yes">
            <source>{0} moves</source>
            <comment>{0} move</comment>
            <translation>
                <numerusform>{0} Zug</numerusform>
                <numerusform>{0} Züge</numerusform>
            </translation>
        </message>
        <message>
            <source>{0} to Done</source>
            <translation>{0} nach Fertig</translation>
        </message>
        <message>
            <source>{0} to the backlog</source>
            <translation>{0} ins Backlog</translation>
        </message>
        <message>
            <source>card {0} added</source>
            <translation>Karte {0} hinzugefügt</translation>
        </message>
        <message>
            <source>card added</source>
            <translation>Karte hinzugefügt</translation>
        </message>
        <message>
            <source>{0} is {1}</source>
            <translation>{0} ist {1}</translation>
        </message>
        <message>
            <source>{0} discarded</source>
            <translation>{0} verworfen</translation>
        </message>
        <message>
            <source>{0} blocked</source>
            <translation>{0} blockiert</translation>
        </message>
        <message>
            <source>{0} unblocked</source>
            <translation>{0} freigegeben</translation>
        </message>
        <message>
            <source>{0} joins in {1}</source>
            <translation>{0} arbeitet an {1} mit</translation>
        </message>
        <message>
            <source>{0} leaves {1}</source>
            <translation>{0} verlässt {1}</translation>
        </message>
        <message>
            <source>one more at {0}</source>
            <translation>eine Person mehr an {0}</translation>
        </message>
        <message>
            <source>one fewer at {0}</source>
            <translation>eine Person weniger an {0}</translation>
        </message>
        <message>
            <source>backlog: room {0} → {1}</source>
            <translation>Backlog: Platz {0} → {1}</translation>
        </message>
        <message>
            <source>board: {0}</source>
            <translation>Board: {0}</translation>
        </message>
        <message>
            <source>shared limit {0} → {1}</source>
            <translation>gemeinsames Limit {0} → {1}</translation>
        </message>
        <message>
            <source>{0} back</source>
            <translation>{0} zurück</translation>
        </message>
        <message>
            <source>{0} away</source>
            <translation>{0} abwesend</translation>
        </message>
        <message>
            <source>{0} in {1}: no skill</source>
            <translation>{0} in {1}: kein Können</translation>
        </message>
        <message>
            <source>{0} in {1}: speed {2}</source>
            <translation>{0} in {1}: Tempo {2}</translation>
        </message>
        <message>
            <source>{0} may exceed limits by {1}</source>
            <translation>{0} darf Limits um {1} überschreiten</translation>
        </message>
        <message>
            <source>{0} pushes others aside</source>
            <translation>{0} verdrängt andere</translation>
        </message>
        <message>
            <source>{0} waits for its turn</source>
            <translation>{0} verdrängt andere nicht</translation>
        </message>
        <message>
            <source>limit {0} → {1}</source>
            <translation>Limit {0} → {1}</translation>
        </message>
        <message>
            <source>people {0} → {1}</source>
            <translation>Leute {0} → {1}</translation>
        </message>
        <message>
            <source>work: {0}</source>
            <translation>Arbeit: {0}</translation>
        </message>
        <message>
            <source>set-up: {0}</source>
            <translation>Rüsten: {0}</translation>
        </message>
        <message>
            <source>passed by: {0} → {1}</source>
            <translation>übersprungen: {0} → {1}</translation>
        </message>
        <message>
            <source>people on a card at most {0} → {1}</source>
            <translation>Leute je Karte höchstens {0} → {1}</translation>
        </message>
        <message>
            <source>gain of working together {0} → {1}</source>
            <translation>Gewinn durch gemeinsames Arbeiten {0} → {1}</translation>
        </message>
        <message>
            <source>as other classes</source>
            <translation>wie andere Klassen</translation>
        </message>
        <message>
            <source>{0}: {1}</source>
            <translation>{0}: {1}</translation>
        </message>
        <message>
            <source>work of {0}</source>
            <translation>Arbeit von {0}</translation>
        </message>
        <message>
            <source>work by class as it was</source>
            <translation>Arbeit je Klasse wie zuvor</translation>
        </message>
        <message>
            <source>limit of {0} {1} → {2}</source>
            <translation>Limit von {0} {1} → {2}</translation>
        </message>
        <message>
            <source>limits by class as they were</source>
            <translation>Limits je Klasse wie zuvor</translation>
        </message>
        <message>
            <source>done again {0} → {1}</source>
            <translation>Nacharbeit {0} → {1}</translation>
        </message>
        <message>
            <source>done again here</source>
            <translation>Nacharbeit hier</translation>
        </message>
        <message>
            <source>done again from {0} on</source>
            <translation>Nacharbeit ab {0}</translation>
        </message>
        <message>
            <source>done again from {0}</source>
            <translation>Nacharbeit ab {0}</translation>
        </message>
        <message>
            <source>blocked for {0}</source>
            <translation>Blockade dauert {0}</translation>
        </message>
        <message>
            <source>blocked {0} → {1} of work</source>
            <translation>Blockaden {0} → {1} Arbeit</translation>
        </message>
        <message>
            <source>blocked: the person waits</source>
            <translation>blockiert: die Person wartet</translation>
        </message>
        <message>
            <source>blocked: the person takes another card</source>
            <translation>blockiert: die Person nimmt eine andere Karte</translation>
        </message>
        <message>
            <source>blocked {0} → {1}</source>
            <translation>blockiert {0} → {1}</translation>
        </message>
        <message>
            <source>batch {0} → {1}</source>
            <translation>Los {0} → {1}</translation>
        </message>
        <message>
            <source>batches wait until full</source>
            <translation>Lose warten, bis sie voll sind</translation>
        </message>
        <message>
            <source>batches wait at most {0}</source>
            <translation>Lose warten höchstens {0}</translation>
        </message>
        <message>
            <source>hand-over {0} → {1}</source>
            <translation>Übergabe {0} → {1}</translation>
        </message>
        <message>
            <source>when full: refuse</source>
            <translation>wenn voll: ablehnen</translation>
        </message>
        <message>
            <source>when full: warn</source>
            <translation>wenn voll: nur markieren</translation>
        </message>
        <message>
            <source>limit counts all cards</source>
            <translation>Limit zählt alle Karten</translation>
        </message>
        <message>
            <source>limit counts cards not done</source>
            <translation>Limit zählt nur unfertige Karten</translation>
        </message>
        <message>
            <source>{0} for each new family</source>
            <translation>{0} je neuer Familie</translation>
        </message>
        <message>
            <source>{0} for every card</source>
            <translation>{0} je Karte</translation>
        </message>
        <message>
            <source>{0} for every {1} cards</source>
            <translation>{0} je {1} Karten</translation>
        </message>
        <message>
            <source>rules: {0}</source>
            <translation>Regeln: {0}</translation>
        </message>
        <message>
            <source>as they were</source>
            <translation>wie zuvor</translation>
        </message>
        <message>
            <source>next column full: people take other work</source>
            <translation>nächste Spalte voll: Leute nehmen andere Arbeit</translation>
        </message>
        <message>
            <source>next column full: people wait</source>
            <translation>nächste Spalte voll: Leute warten</translation>
        </message>
        <message>
            <source>cards move by themselves</source>
            <translation>Karten rücken von selbst weiter</translation>
        </message>
        <message>
            <source>cards move by hand</source>
            <translation>Karten werden von Hand bewegt</translation>
        </message>
        <message>
            <source>people go first to the right-most column</source>
            <translation>Leute gehen zuerst in die Spalte ganz rechts</translation>
        </message>
        <message>
            <source>people go first to the longest queue</source>
            <translation>Leute gehen zuerst zur längsten Warteschlange</translation>
        </message>
        <message>
            <source>replenishment at any time</source>
            <translation>Nachschub jederzeit</translation>
        </message>
        <message>
            <source>replenishment every {0}</source>
            <translation>Nachschubtakt {0}</translation>
        </message>
        <message>
            <source>delivery at any time</source>
            <translation>Auslieferung jederzeit</translation>
        </message>
        <message>
            <source>delivery every {0}</source>
            <translation>Auslieferungstakt {0}</translation>
        </message>
        <message>
            <source>switching costs {0}</source>
            <translation>Wechseln kostet {0}</translation>
        </message>
        <message>
            <source>a name of its own; {0}[{1}] has this one already</source>
            <translation>ein eigener Name; {0}[{1}] hat diesen schon</translation>
        </message>
        <message>
            <source>the id of a column: {0}</source>
            <translation>die ID einer Spalte: {0}</translation>
        </message>
        <message>
            <source>no round is under way that asks this</source>
            <translation>es läuft keine Runde, die danach fragt</translation>
        </message>
        <message>
            <source>Average</source>
            <translation>Durchschnitt</translation>
        </message>
        <message>
            <source>Variation</source>
            <translation>Streuung</translation>
        </message>
        <message>
            <source>Least</source>
            <translation>Mindestens</translation>
        </message>
        <message>
            <source>Most often</source>
            <translation>Meistens</translation>
        </message>
        <message>
            <source>Most</source>
            <translation>Höchstens</translation>
        </message>
        <message>
            <source>Shape</source>
            <translation>Form</translation>
        </message>
        <message>
            <source>Always the same</source>
            <translation>Immer gleich</translation>
        </message>
        <message>
            <source>Every card takes equally long, as at a machine.</source>
            <translation>Jede Karte dauert gleich lang, wie an einer Maschine.</translation>
        </message>
        <message>
            <source>Duration</source>
            <translation>Dauer</translation>
        </message>
        <message>
            <source>Between two values</source>
            <translation>Zwischen zwei Werten</translation>
        </message>
        <message>
            <source>Anything from the least to the most is equally likely.</source>
            <translation>Alles zwischen den beiden Werten ist gleich wahrscheinlich.</translation>
        </message>
        <message>
            <source>Three-point estimate</source>
            <translation>Dreipunktschätzung</translation>
        </message>
        <message>
            <source>At the least, most often, at the most: what people estimate.</source>
            <translation>Mindestens, meistens, höchstens: was Leute schätzen.</translation>
        </message>
        <message>
            <source>Random</source>
            <translation>Zufällig</translation>
        </message>
        <message>
            <source>Many short ones, a few long ones: calls, faults, arrivals.</source>
            <translation>Viele kurze, wenige lange: Anrufe, Störungen, Zugänge.</translation>
        </message>
        <message>
            <source>Several steps</source>
            <translation>Mehrere Schritte</translation>
        </message>
        <message>
            <source>A sum of small random steps: varies less than pure chance.</source>
            <translation>Summe kleiner zufälliger Schritte: schwankt weniger als reiner Zufall.</translation>
        </message>
        <message>
            <source>Knowledge work</source>
            <translation>Wissensarbeit</translation>
        </message>
        <message>
            <source>Mostly short, sometimes very long: development, research.</source>
            <translation>Meist kurz, manchmal sehr lang: Entwicklung, Forschung.</translation>
        </message>
        <message>
            <source>Wear and tear</source>
            <translation>Verschleiß</translation>
        </message>
        <message>
            <source>Above 1 the shape has a hump; below 1 most durations are tiny.</source>
            <translation>Form über 1 ergibt einen Buckel; unter 1 sind die meisten Zeiten winzig.</translation>
        </message>
        <message>
            <source>Scale</source>
            <translation>Skala</translation>
        </message>
        <message>
            <source>Our own data</source>
            <translation>Eigene Daten</translation>
        </message>
        <message>
            <source>The durations your team has measured, each equally likely.</source>
            <translation>Die Zeiten, die Ihr Team gemessen hat, jede gleich wahrscheinlich.</translation>
        </message>
        <message>
            <source>in the backlog</source>
            <translation>im Backlog</translation>
        </message>
        <message>
            <source>on its way in</source>
            <translation>auf dem Weg hinein</translation>
        </message>
        <message>
            <source>waiting for a free person</source>
            <translation>wartet auf freie Person</translation>
        </message>
        <message>
            <source>somebody is setting up for it</source>
            <translation>es wird gerüstet</translation>
        </message>
        <message>
            <source>being worked on</source>
            <translation>wird bearbeitet</translation>
        </message>
        <message>
            <source>blocked</source>
            <translation>blockiert</translation>
        </message>
        <message>
            <source>done, waiting for its batch</source>
            <translation>fertig, wartet auf ihr Los</translation>
        </message>
        <message>
            <source>done, waiting to go on</source>
            <translation>fertig, wartet auf Weitergabe</translation>
        </message>
        <message>
            <source>finished</source>
            <translation>fertig</translation>
        </message>
        <message>
            <source>discarded</source>
            <translation>verworfen</translation>
        </message>
        <message>
            <source>turned away</source>
            <translation>abgewiesen</translation>
        </message>
        <message>
            <source>on its way</source>
            <translation>unterwegs</translation>
        </message>
        <message>
            <source>waiting</source>
            <translation>wartet</translation>
        </message>
        <message>
            <source>set-up</source>
            <translation>Rüsten</translation>
        </message>
        <message>
            <source>ready</source>
            <translation>bereit</translation>
        </message>
        <message>
            <source>Card</source>
            <translation>Karte</translation>
        </message>
        <message>
            <source>One piece of work that goes over the board from the left to the right.</source>
            <translation>Arbeit, die von links nach rechts über das Board wandert.</translation>
        </message>
        <message>
            <source>What has arrived and has not been started; it may have room for so many cards only.</source>
            <translation>Was angekommen und noch nicht begonnen ist; der Platz dort kann begrenzt sein.</translation>
        </message>
        <message>
            <source>Turned away</source>
            <translation>Abgewiesen</translation>
        </message>
        <message>
            <source>A card that comes when the backlog is full: it goes elsewhere and is lost.</source>
            <translation>Eine Karte, die bei vollem Backlog kommt: Sie geht anderswohin und ist verloren.</translation>
        </message>
        <message>
            <source>What has left the last column.</source>
            <translation>Was die letzte Spalte verlassen hat.</translation>
        </message>
        <message>
            <source>Column</source>
            <translation>Spalte</translation>
        </message>
        <message>
            <source>One step: of work, where people work on cards, or a queue, where cards only wait.</source>
            <translation>Ein Schritt: Arbeit, bei der Leute Karten bearbeiten, oder eine Warteschlange, in der Karten nur warten.</translation>
        </message>
        <message>
            <source>WIP limit</source>
            <translation>WIP-Limit</translation>
        </message>
        <message>
            <source>The most cards that may be in a column at once, worked on, waiting or done there.</source>
            <translation>So viele Karten dürfen höchstens zugleich in einer Spalte sein: in Arbeit, wartend oder dort fertig.</translation>
        </message>
        <message>
            <source>Shared limit</source>
            <translation>Gemeinsames Limit</translation>
        </message>
        <message>
            <source>The most cards that may be in neighbouring columns together; over all: CONWIP.</source>
            <translation>So viele Karten dürfen höchstens zusammen in benachbarten Spalten sein; über alle: CONWIP.</translation>
        </message>
        <message>
            <source>Limit of a class</source>
            <translation>Limit einer Klasse</translation>
        </message>
        <message>
            <source>The most cards of one class in a column, or on the board; others pass them.</source>
            <translation>So viele Karten einer Klasse dürfen höchstens in einer Spalte oder auf dem Board sein; andere ziehen vorbei.</translation>
        </message>
        <message>
            <source>Passing by</source>
            <translation>Überspringen</translation>
        </message>
        <message>
            <source>A card goes past a column that it does not need; chance decides, for each card.</source>
            <translation>Eine Karte überspringt eine Spalte, die sie nicht braucht; der Zufall entscheidet bei jeder Karte.</translation>
        </message>
        <message>
            <source>Swarming</source>
            <translation>Gemeinsam arbeiten</translation>
        </message>
        <message>
            <source>Several people work on one card; a gain of 1 says that their speeds add up.</source>
            <translation>Mehrere Leute arbeiten an einer Karte; Gewinn 1 heißt, dass sich ihr Tempo addiert.</translation>
        </message>
        <message>
            <source>Cards that have been started and are not finished.</source>
            <translation>Karten, die begonnen und noch nicht fertig sind.</translation>
        </message>
        <message>
            <source>How long a card takes from entering the first column to Done.</source>
            <translation>Wie lange eine Karte vom Eintritt in die erste Spalte bis Fertig braucht.</translation>
        </message>
        <message>
            <source>Lead time</source>
            <translation>Durchlaufzeit</translation>
        </message>
        <message>
            <source>How long a card takes from its arrival in the backlog to Done.</source>
            <translation>Wie lange eine Karte von der Ankunft im Backlog bis Fertig braucht.</translation>
        </message>
        <message>
            <source>How long ago a card that is not finished was started.</source>
            <translation>Wie lange es her ist, dass eine unfertige Karte begonnen wurde.</translation>
        </message>
        <message>
            <source>How many cards are finished in a unit of time.</source>
            <translation>Wie viele Karten je Zeiteinheit fertig werden.</translation>
        </message>
        <message>
            <source>Flow efficiency</source>
            <translation>Flusseffizienz</translation>
        </message>
        <message>
            <source>The share of its cycle time in which somebody works on a card.</source>
            <translation>Der Anteil der Zykluszeit, in dem jemand an der Karte arbeitet.</translation>
        </message>
        <message>
            <source>The column that holds up the flow: nearly always busy, and work waits for it.</source>
            <translation>Die Spalte, die den Fluss aufhält: fast immer beschäftigt, und Arbeit wartet auf sie.</translation>
        </message>
        <message>
            <source>Utilisation</source>
            <translation>Auslastung</translation>
        </message>
        <message>
            <source>The share of the time in which people are working or setting up.</source>
            <translation>Der Anteil der Zeit, in dem Leute arbeiten oder rüsten.</translation>
        </message>
        <message>
            <source>Little’s law</source>
            <translation>Littles Gesetz</translation>
        </message>
        <message>
            <source>Over a long time, work in progress is throughput times cycle time.</source>
            <translation>Auf lange Sicht ist laufende Arbeit gleich Durchsatz mal Zykluszeit.</translation>
        </message>
        <message>
            <source>How many cards have come to each step; a band is as high as what is there.</source>
            <translation>Wie viele Karten jeden Schritt erreicht haben; die Höhe eines Bandes ist die Zahl der Karten dort.</translation>
        </message>
        <message>
            <source>Pull</source>
            <translation>Pull</translation>
        </message>
        <message>
            <source>A card moves on the instant there is room for it, and not before.</source>
            <translation>Eine Karte rückt weiter, sobald Platz für sie ist, und nicht früher.</translation>
        </message>
        <message>
            <source>Blocker</source>
            <translation>Blockade</translation>
        </message>
        <message>
            <source>Something outside that stops the work on a card for a while.</source>
            <translation>Etwas von außen, das die Arbeit an einer Karte eine Weile aufhält.</translation>
        </message>
        <message>
            <source>Rework</source>
            <translation>Nacharbeit</translation>
        </message>
        <message>
            <source>Work on a card that turns out to be wrong and is done again.</source>
            <translation>Arbeit an einer Karte, die sich als falsch erweist und noch einmal getan wird.</translation>
        </message>
        <message>
            <source>Making ready before work: people are busy, but no card gets further.</source>
            <translation>Vorbereiten vor der Arbeit: Leute sind beschäftigt, aber keine Karte kommt voran.</translation>
        </message>
        <message>
            <source>Process batch</source>
            <translation>Bearbeitungslos</translation>
        </message>
        <message>
            <source>How many cards are worked on before people set up again.</source>
            <translation>Wie viele Karten bearbeitet werden, bevor wieder gerüstet wird.</translation>
        </message>
        <message>
            <source>Transfer batch</source>
            <translation>Transportlos</translation>
        </message>
        <message>
            <source>How many cards leave a column together.</source>
            <translation>Wie viele Karten eine Spalte zusammen verlassen.</translation>
        </message>
        <message>
            <source>Class of service</source>
            <translation>Serviceklasse</translation>
        </message>
        <message>
            <source>A kind of card: who goes first, and what may be done for it.</source>
            <translation>Eine Art von Karten: wer zuerst drankommt und was man für sie tun darf.</translation>
        </message>
        <message>
            <source>Family</source>
            <translation>Familie</translation>
        </message>
        <message>
            <source>Cards alike enough to need no set-up between them.</source>
            <translation>Karten, die sich so ähnlich sind, dass dazwischen kein Rüsten nötig ist.</translation>
        </message>
        <message>
            <source>What it costs when a card is finished one unit of time later.</source>
            <translation>Was es kostet, wenn eine Karte eine Zeiteinheit später fertig wird.</translation>
        </message>
        <message>
            <source>Plan of changes</source>
            <translation>Plan der Änderungen</translation>
        </message>
        <message>
            <source>Settings that change by themselves: shifts, holidays, a new person.</source>
            <translation>Einstellungen, die sich von selbst ändern: Schichten, Urlaub, eine neue Person.</translation>
        </message>
        <message>
            <source>Calendar</source>
            <translation>Kalender</translation>
        </message>
        <message>
            <source>Gives the board’s working time dates; days off and nights take no time.</source>
            <translation>Ordnet der Arbeitszeit des Boards ein Datum zu; freie Tage und Nächte zählen nicht.</translation>
        </message>
        <message>
            <source>Cadence</source>
            <translation>Takt</translation>
        </message>
        <message>
            <source>Cards are started, or delivered, only every so often.</source>
            <translation>Karten werden nur in festen Abständen begonnen oder ausgeliefert.</translation>
        </message>
        <message>
            <source>Warm-up</source>
            <translation>Einschwingzeit</translation>
        </message>
        <message>
            <source>The beginning of a run, when the board fills; figures are taken after it.</source>
            <translation>Der Anfang eines Laufs, in dem sich das Board füllt; gemessen wird erst danach.</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>Startzahl</translation>
        </message>
        <message>
            <source>The number that all chance of a run comes from: the same seed, the same run.</source>
            <translation>Die Zahl, aus der aller Zufall eines Laufs kommt: gleiche Startzahl, gleicher Lauf.</translation>
        </message>
        <message>
            <source>Percentile</source>
            <translation>Perzentil</translation>
        </message>
        <message>
            <source>85 % means: of the finished cards, 85 in 100 took this long or less.</source>
            <translation>85 % heißt: Von 100 fertigen Karten brauchten 85 so lange oder weniger.</translation>
        </message>
        <message>
            <source>Coefficient of variation</source>
            <translation>Variationskoeffizient</translation>
        </message>
        <message>
            <source>How much something varies: the standard deviation over the average.</source>
            <translation>Wie stark etwas schwankt: Standardabweichung geteilt durch Durchschnitt.</translation>
        </message>
        <message>
            <source>minute</source>
            <translation>Minute</translation>
        </message>
        <message>
            <source>hour</source>
            <translation>Stunde</translation>
        </message>
        <message>
            <source>day</source>
            <translation>Tag</translation>
        </message>
        <message>
            <source>week</source>
            <translation>Woche</translation>
        </message>
        <message>
            <source>minutes</source>
            <translation>Minuten</translation>
        </message>
        <message>
            <source>hours</source>
            <translation>Stunden</translation>
        </message>
        <message>
            <source>days</source>
            <translation>Tage</translation>
        </message>
        <message>
            <source>weeks</source>
            <translation>Wochen</translation>
        </message>
        <message>
            <source>Minute</source>
            <translation>Minute</translation>
        </message>
        <message>
            <source>Hour</source>
            <translation>Stunde</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>Tag</translation>
        </message>
        <message>
            <source>Week</source>
            <translation>Woche</translation>
        </message>
        <message>
            <source>/ minute</source>
            <translation>/ Minute</translation>
        </message>
        <message>
            <source>/ hour</source>
            <translation>/ Stunde</translation>
        </message>
        <message>
            <source>/ day</source>
            <translation>/ Tag</translation>
        </message>
        <message>
            <source>/ week</source>
            <translation>/ Woche</translation>
        </message>
        <message>
            <source>a minute</source>
            <translation>je Minute</translation>
        </message>
        <message>
            <source>an hour</source>
            <translation>je Stunde</translation>
        </message>
        <message>
            <source>a day</source>
            <translation>je Tag</translation>
        </message>
        <message>
            <source>a week</source>
            <translation>je Woche</translation>
        </message>
        <message numerus="yes">
            <source>{0} minutes</source>
            <comment>{0} minute</comment>
            <translation>
                <numerusform>{0} Minute</numerusform>
                <numerusform>{0} Minuten</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{0} hours</source>
            <comment>{0} hour</comment>
            <translation>
                <numerusform>{0} Stunde</numerusform>
                <numerusform>{0} Stunden</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{0} days</source>
            <comment>{0} day</comment>
            <translation>
                <numerusform>{0} Tag</numerusform>
                <numerusform>{0} Tage</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{0} weeks</source>
            <comment>{0} week</comment>
            <translation>
                <numerusform>{0} Woche</numerusform>
                <numerusform>{0} Wochen</numerusform>
            </translation>
        </message>
        <message>
            <source>minute {0}</source>
            <translation>Minute {0}</translation>
        </message>
        <message>
            <source>hour {0}</source>
            <translation>Stunde {0}</translation>
        </message>
        <message>
            <source>day {0}</source>
            <translation>Tag {0}</translation>
        </message>
        <message>
            <source>week {0}</source>
            <translation>Woche {0}</translation>
        </message>
        <message>
            <source>minute {0} to {1}</source>
            <translation>Minute {0} bis {1}</translation>
        </message>
        <message>
            <source>hour {0} to {1}</source>
            <translation>Stunde {0} bis {1}</translation>
        </message>
        <message>
            <source>day {0} to {1}</source>
            <translation>Tag {0} bis {1}</translation>
        </message>
        <message>
            <source>week {0} to {1}</source>
            <translation>Woche {0} bis {1}</translation>
        </message>
        <message>
            <source>{0} ({1})</source>
            <translation>{0} ({1})</translation>
        </message>
        <message>
            <source>{0} Jan</source>
            <translation>{0}. Jan.</translation>
        </message>
        <message>
            <source>{0} Feb</source>
            <translation>{0}. Feb.</translation>
        </message>
        <message>
            <source>{0} Mar</source>
            <translation>{0}. März</translation>
        </message>
        <message>
            <source>{0} Apr</source>
            <translation>{0}. Apr.</translation>
        </message>
        <message>
            <source>{0} May</source>
            <translation>{0}. Mai</translation>
        </message>
        <message>
            <source>{0} Jun</source>
            <translation>{0}. Juni</translation>
        </message>
        <message>
            <source>{0} Jul</source>
            <translation>{0}. Juli</translation>
        </message>
        <message>
            <source>{0} Aug</source>
            <translation>{0}. Aug.</translation>
        </message>
        <message>
            <source>{0} Sep</source>
            <translation>{0}. Sept.</translation>
        </message>
        <message>
            <source>{0} Oct</source>
            <translation>{0}. Okt.</translation>
        </message>
        <message>
            <source>{0} Nov</source>
            <translation>{0}. Nov.</translation>
        </message>
        <message>
            <source>{0} Dec</source>
            <translation>{0}. Dez.</translation>
        </message>
        <message>
            <source>lock the predictions first: who sees the run before cannot be surprised by it</source>
            <translation>legen Sie zuerst die Vorhersagen fest: Wer den Lauf vorher sieht, den kann er nicht mehr überraschen</translation>
        </message>
        <message>
            <source>the round has not begun: press Run in the guide</source>
            <translation>die Runde hat noch nicht begonnen: starten Sie sie im Begleiter</translation>
        </message>
        <message>
            <source>the place of a step, from 0 to {0}</source>
            <translation>die Stelle eines Schritts, von 0 bis {0}</translation>
        </message>
        <message>
            <source>the minutes of one of the variants</source>
            <translation>die Minuten einer der Varianten</translation>
        </message>
        <message>
            <source>a number for each of the {0} options</source>
            <translation>eine Zahl für jede der {0} Optionen</translation>
        </message>
        <message>
            <source>false, because nothing is locked</source>
            <translation>false, weil nichts festgelegt ist</translation>
        </message>
        <message>
            <source>more than {0} cards arrived at the same instant, {1}, and no time passes: give the work or the gaps between arrivals a duration</source>
            <translation>mehr als {0} Karten kamen im selben Augenblick an ({1}), und es vergeht keine Zeit: Geben Sie der Arbeit oder den Abständen der Zugänge eine Dauer</translation>
        </message>
        <message>
            <source>the card is already in {0}</source>
            <translation>die Karte ist schon in {0}</translation>
        </message>
        <message>
            <source>the card is already in the backlog</source>
            <translation>die Karte ist schon im Backlog</translation>
        </message>
        <message>
            <source>the backlog is full: {0} of {0}</source>
            <translation>das Backlog ist voll: {0} von {0}</translation>
        </message>
        <message>
            <source>the card is {0} already</source>
            <translation>die Karte hat schon die Klasse {0}</translation>
        </message>
        <message>
            <source>the card has not started yet, so nothing can block it</source>
            <translation>die Karte ist noch nicht begonnen, also kann nichts sie blockieren</translation>
        </message>
        <message>
            <source>the card is blocked already</source>
            <translation>die Karte ist schon blockiert</translation>
        </message>
        <message>
            <source>the card is not blocked</source>
            <translation>die Karte ist nicht blockiert</translation>
        </message>
        <message>
            <source>no such card yet</source>
            <translation>diese Karte gibt es noch nicht</translation>
        </message>
        <message>
            <source>{0} has been discarded</source>
            <translation>{0} wurde verworfen</translation>
        </message>
        <message>
            <source>{0} was turned away, because the backlog was full</source>
            <translation>{0} wurde abgewiesen, weil das Backlog voll war</translation>
        </message>
        <message>
            <source>{0} has just been finished</source>
            <translation>{0} ist gerade fertig geworden</translation>
        </message>
        <message>
            <source>the card is blocked; unblock it first</source>
            <translation>die Karte ist blockiert; geben Sie sie zuerst frei</translation>
        </message>
        <message>
            <source>there is no class "{0}" on this board</source>
            <translation>es gibt auf diesem Board keine Klasse „{0}“</translation>
        </message>
        <message>
            <source>{0} is full: {1} of {2}</source>
            <translation>{0} ist voll: {1} von {2}</translation>
        </message>
        <message numerus="yes">
            <source>{0} cards wait in {1} for a batch of {2}</source>
            <comment>{0} card waits in {1} for a batch of {2}</comment>
            <translation>
                <numerusform>{0} Karte wartet in {1} auf ein Los von {2}</numerusform>
                <numerusform>{0} Karten warten in {1} auf ein Los von {2}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{0} cards wait in {1} for room in {2}</source>
            <comment>{0} card waits in {1} for room in {2}</comment>
            <translation>
                <numerusform>{0} Karte wartet in {1} auf Platz in {2}</numerusform>
                <numerusform>{0} Karten warten in {1} auf Platz in {2}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{0} cards wait in {1} for somebody to take them up</source>
            <comment>{0} card waits in {1} for somebody to take it up</comment>
            <translation>
                <numerusform>{0} Karte wartet in {1} auf jemanden, der sie aufnimmt</numerusform>
                <numerusform>{0} Karten warten in {1} auf jemanden, der sie aufnimmt</numerusform>
            </translation>
        </message>
        <message>
            <source>nothing more comes in, because {0}</source>
            <translation>es kommt nichts mehr herein, denn {0}</translation>
        </message>
        <message numerus="yes">
            <source>{0} people work on one card</source>
            <comment>{0} person works on one card</comment>
            <translation>
                <numerusform>{0} Person an einer Karte</numerusform>
                <numerusform>{0} Leute an einer Karte</numerusform>
            </translation>
        </message>
        <message>
            <source>in {0} at most {1}</source>
            <translation>in {0} höchstens {1}</translation>
        </message>
        <message>
            <source>nobody in {0} is free to help</source>
            <translation>niemand in {0} ist frei, um zu helfen</translation>
        </message>
        <message>
            <source>{0} does not work on {1}</source>
            <translation>{0} arbeitet nicht an {1}</translation>
        </message>
        <message>
            <source>only one person works on {0}; move or block it to stop the work</source>
            <translation>an {0} arbeitet nur eine Person; um die Arbeit anzuhalten, bewegen oder blockieren Sie die Karte</translation>
        </message>
        <message>
            <source>people have no names on this board</source>
            <translation>auf diesem Board haben die Leute keine Namen</translation>
        </message>
        <message>
            <source>nobody works on {0}</source>
            <translation>niemand arbeitet an {0}</translation>
        </message>
        <message>
            <source>{0} works on {1} already</source>
            <translation>{0} arbeitet schon an {1}</translation>
        </message>
        <message>
            <source>{0} is away</source>
            <translation>{0} ist nicht da</translation>
        </message>
        <message>
            <source>{0} cannot work in {1}</source>
            <translation>{0} kann nicht in {1} arbeiten</translation>
        </message>
        <message>
            <source>{0} waits with {1}</source>
            <translation>{0} wartet mit {1}</translation>
        </message>
        <message>
            <source>that is the card itself</source>
            <translation>das ist die Karte selbst</translation>
        </message>
        <message>
            <source>who works in {0} does not work in {1}</source>
            <translation>wer in {0} arbeitet, arbeitet nicht in {1}</translation>
        </message>
        <message>
            <source>whoever works on {0} goes home when it is done</source>
            <translation>wer an {0} arbeitet, geht nach Hause, wenn sie fertig ist</translation>
        </message>
        <message>
            <source>{0} are full: {1} of {2}</source>
            <translation>{0} sind voll: {1} von {2}</translation>
        </message>
        <message>
            <source>{0}: {1} of {2}</source>
            <translation>{0}: {1} von {2}</translation>
        </message>
        <message>
            <source>{0} is full for {1}</source>
            <translation>{0} ist voll für {1}</translation>
        </message>
        <message>
            <source>the board is full for {0}</source>
            <translation>das Board ist voll für {0}</translation>
        </message>
        <message>
            <source>nobody works in {0}; it is a queue</source>
            <translation>in {0} arbeitet niemand; das ist eine Warteschlange</translation>
        </message>
        <message>
            <source>the work of every card is listed on this board</source>
            <translation>auf diesem Board ist die Arbeit jeder Karte einzeln aufgeführt</translation>
        </message>
        <message>
            <source>the people of this board are named; send one of them home instead</source>
            <translation>die Leute dieses Boards haben Namen; schicken Sie stattdessen jemanden nach Hause</translation>
        </message>
        <message>
            <source>at most {0} people can work in a column</source>
            <translation>in einer Spalte können höchstens {0} Leute arbeiten</translation>
        </message>
        <message>
            <source>no work takes any time, and the backlog is endless: no end of cards would pass at once</source>
            <translation>keine Arbeit braucht Zeit, und das Backlog ist endlos: endlos viele Karten kämen auf einmal durch</translation>
        </message>
        <message>
            <source>{0} would never stop filling without a limit, because the backlog is endless</source>
            <translation>{0} würde sich ohne Limit endlos füllen, weil das Backlog endlos ist</translation>
        </message>
        <message>
            <source>a batch of {0} does not fit: {1}</source>
            <translation>ein Los von {0} passt nicht: {1}</translation>
        </message>
        <message>
            <source>a batch of {0} would not fit under that limit any more</source>
            <translation>ein Los von {0} passt unter diesem Limit nicht mehr</translation>
        </message>
        <message>
            <source>there is no such shared limit on this board</source>
            <translation>dieses gemeinsame Limit gibt es auf diesem Board nicht</translation>
        </message>
        <message>
            <source>a backlog that is never empty turns nobody away</source>
            <translation>ein Backlog, das nie leer ist, weist niemanden ab</translation>
        </message>
        <message>
            <source>there is nobody called "{0}" on this board</source>
            <translation>auf diesem Board heißt niemand „{0}“</translation>
        </message>
        <message>
            <source>the run is over: all work is delivered</source>
            <translation>der Lauf ist zu Ende: alle Arbeit ist geliefert</translation>
        </message>
        <message>
            <source>there is no column "{0}" on this board</source>
            <translation>es gibt auf diesem Board keine Spalte „{0}“</translation>
        </message>
        <message>
            <source>{0} shorter</source>
            <translation>{0} kürzer</translation>
        </message>
        <message>
            <source>{0} longer</source>
            <translation>{0} länger</translation>
        </message>
        <message>
            <source>{0} earlier</source>
            <translation>{0} früher</translation>
        </message>
        <message>
            <source>{0} later</source>
            <translation>{0} später</translation>
        </message>
        <message>
            <source>{0} lower</source>
            <translation>{0} weniger</translation>
        </message>
        <message>
            <source>{0} higher</source>
            <translation>{0} mehr</translation>
        </message>
        <message>
            <source>lead time</source>
            <translation>Durchlaufzeit</translation>
        </message>
        <message>
            <source>throughput</source>
            <translation>Durchsatz</translation>
        </message>
        <message>
            <source>cards {0}</source>
            <translation>Karten {0}</translation>
        </message>
        <message>
            <source>cycle time</source>
            <translation>Zykluszeit</translation>
        </message>
        <message>
            <source>work in progress</source>
            <translation>laufende Arbeit</translation>
        </message>
        <message>
            <source>cards turned away</source>
            <translation>abgewiesene Karten</translation>
        </message>
        <message>
            <source>Last delivery</source>
            <translation>Letzte Auslieferung</translation>
        </message>
        <message>
            <source>last delivery</source>
            <translation>letzte Auslieferung</translation>
        </message>
        <message>
            <source>First delivery</source>
            <translation>Erste Auslieferung</translation>
        </message>
        <message>
            <source>first delivery</source>
            <translation>erste Auslieferung</translation>
        </message>
        <message>
            <source>work</source>
            <translation>Arbeit</translation>
        </message>
        <message>
            <source>on the way</source>
            <translation>unterwegs</translation>
        </message>
        <message>
            <source>waiting for a person</source>
            <translation>Warten auf eine Person</translation>
        </message>
        <message>
            <source>waiting for the batch</source>
            <translation>Warten auf das Los</translation>
        </message>
        <message>
            <source>no room ahead</source>
            <translation>nächste Spalte voll</translation>
        </message>
        <message>
            <source>waiting to be started</source>
            <translation>Warten auf den Beginn</translation>
        </message>
        <message>
            <source>up to {0}</source>
            <translation>bis zu {0}</translation>
        </message>
        <message>
            <source>Nothing was finished, so nothing can be compared.</source>
            <translation>Nichts wurde fertig, also lässt sich nichts vergleichen.</translation>
        </message>
        <message>
            <source>Too few runs to compare.</source>
            <translation>Zu wenige Läufe für einen Vergleich.</translation>
        </message>
        <message>
            <source>No setting can be told from another (95 %).</source>
            <translation>Keine Einstellung lässt sich von einer anderen unterscheiden (95 %).</translation>
        </message>
        <message>
            <source>{0}: best; {1} costs {2} of {3}, in every run.</source>
            <translation>{0}: am besten; {1} kostet {2} ({3}), in jedem Lauf.</translation>
        </message>
        <message>
            <source>{0} is best; the next one, {1}, costs {2} of {3} (95 %).</source>
            <translation>{0} ist am besten; die nächste Einstellung, {1}, kostet {2} ({3}, 95 %).</translation>
        </message>
        <message>
            <source>{0} cannot be told apart; {1} costs {2} of {3} (95 %).</source>
            <translation>{0} sind nicht zu unterscheiden; {1} kostet {2} ({3}, 95 %).</translation>
        </message>
        <message>
            <source>{0} and {1} others</source>
            <translation>{0} und {1} andere</translation>
        </message>
        <message>
            <source>{0} and {1}</source>
            <translation>{0} und {1}</translation>
        </message>
        <message>
            <source>{0}: too few runs to compare.</source>
            <translation>{0}: zu wenige Läufe für einen Vergleich.</translation>
        </message>
        <message>
            <source>{0}: no difference can be told: at most {1}, at most {2} (95 %); better in {3} of {4} runs.</source>
            <translation>{0}: kein Unterschied erkennbar: höchstens {1}, höchstens {2} (95 %); in {3} von {4} Läufen besser.</translation>
        </message>
        <message>
            <source>{0} is {1} (95 %), better in {2} of {3} runs.</source>
            <translation>{0}: {1} (95 %), in {2} von {3} Läufen besser.</translation>
        </message>
        <message>
            <source>{0} is the same in every run.</source>
            <translation>{0}: in jedem Lauf gleich.</translation>
        </message>
        <message>
            <source>{0} is {1}, in every run.</source>
            <translation>{0}: {1}, in jedem Lauf.</translation>
        </message>
        <message>
            <source>No single cause stands out from the luck of the runs.</source>
            <translation>Keine einzelne Ursache hebt sich vom Zufall der Läufe ab.</translation>
        </message>
        <message>
            <source>the backlog</source>
            <translation>dem Backlog</translation>
        </message>
        <message>
            <source>Of {0}, {1} come from {2}: {3}.</source>
            <translation>Unterschied: {0}, davon {1} aus {2} ({3}).</translation>
        </message>
        <message>
            <source>{0} less</source>
            <translation>{0} weniger</translation>
        </message>
        <message>
            <source>{0}: no contribution can be told.</source>
            <translation>{0}: kein Beitrag erkennbar.</translation>
        </message>
        <message>
            <source>{0}: its share is {1}.</source>
            <translation>{0}: Beitrag {1}.</translation>
        </message>
        <message>
            <source>No warm-up was found: with some setting the number of cards still grows or falls in the middle of a run. Longer runs may help, or that setting never settles.</source>
            <translation>Keine Einschwingzeit gefunden: Bei mindestens einer Einstellung wächst oder fällt die Zahl der Karten noch mitten im Lauf. Längere Läufe helfen vielleicht, oder diese Einstellung schwingt sich nie ein.</translation>
        </message>
        <message>
            <source>{0}: many cards are not finished at the end (up to {1} beside {2} that are). They are the long ones, so times look shorter than they are.</source>
            <translation>{0}: Viele Karten sind am Ende nicht fertig (bis zu {1} neben {2} fertigen). Es sind die langen, also sehen die Zeiten kürzer aus, als sie sind.</translation>
        </message>
        <message>
            <source>{0} runs of each tell little of {1} settings apart. Extend it.</source>
            <translation>Je {0} Läufe reichen kaum, um {1} Einstellungen zu unterscheiden. Erweitern Sie das Experiment.</translation>
        </message>
        <message>
            <source>Fewer than {0} runs of figures with a long tail ({1}): their intervals are too narrow.</source>
            <translation>Weniger als {0} Läufe bei Werten mit langem Ausläufer ({1}): Die Intervalle sind zu schmal.</translation>
        </message>
        <message>
            <source>{0} has not left the board by now, and would not have with {1}.</source>
            <translation>{0} ist noch auf dem Board und wäre es auch mit den Einstellungen {1}.</translation>
        </message>
        <message>
            <source>{0} left at {1}; with {2} it would not have left by now.</source>
            <translation>{0} hat das Board verlassen ({1}); mit den Einstellungen {2} wäre sie noch dort.</translation>
        </message>
        <message>
            <source>{0} has not left the board by now; with {1} it would have left at {2}.</source>
            <translation>{0} ist noch auf dem Board; mit den Einstellungen {1} hätte sie es schon verlassen ({2}).</translation>
        </message>
        <message>
            <source>{0} left at {1}, and would have at the same moment with {2}.</source>
            <translation>{0} hat das Board verlassen ({1}); mit den Einstellungen {2} wäre es im selben Moment gewesen.</translation>
        </message>
        <message>
            <source>{0} left at {1}; with {2} it would have left {3}.</source>
            <translation>{0} hat das Board verlassen ({1}); mit den Einstellungen {2} wäre es {3} gewesen.</translation>
        </message>
        <message>
            <source>{0}: not enough is finished to tell.</source>
            <translation>{0}: zu wenig ist fertig, um etwas zu sagen.</translation>
        </message>
        <message>
            <source>{0}: the same in all {1} runs with the same decisions.</source>
            <translation>{0}: in allen {1} Läufen mit denselben Entscheidungen gleich.</translation>
        </message>
        <message>
            <source>{0}: too few runs to tell.</source>
            <translation>{0}: zu wenige Läufe, um etwas zu sagen.</translation>
        </message>
        <message>
            <source>{0} of {1} runs with the same decisions are lower</source>
            <translation>niedriger: {0} von {1} Läufen mit denselben Entscheidungen</translation>
        </message>
        <message>
            <source>{0}, {1} are the same</source>
            <translation>{0}, gleich: {1}</translation>
        </message>
        <message>
            <source>{0}: unusually low; {1}.</source>
            <translation>{0}: ungewöhnlich niedrig; {1}.</translation>
        </message>
        <message>
            <source>{0}: unusually high; {1}.</source>
            <translation>{0}: ungewöhnlich hoch; {1}.</translation>
        </message>
        <message>
            <source>{0}: a usual run; {1}.</source>
            <translation>{0}: ein gewöhnlicher Lauf; {1}.</translation>
        </message>
        <message>
            <source>the file does not say when work began, so no board can be made of it</source>
            <translation>die Datei sagt nicht, wann die Arbeit begann, also lässt sich daraus kein Board machen</translation>
        </message>
        <message numerus="yes">
            <source>{0} items were finished: too few for a board</source>
            <comment>{0} item was finished: too few for a board</comment>
            <translation>
                <numerusform>{0} Element wurde fertig: zu wenig für ein Board</numerusform>
                <numerusform>{0} Elemente wurden fertig: zu wenige für ein Board</numerusform>
            </translation>
        </message>
        <message>
            <source>In progress</source>
            <translation>In Arbeit</translation>
        </message>
        <message>
            <source>Our team</source>
            <translation>Unser Team</translation>
        </message>
        <message>
            <source>only the latest {0} items are used</source>
            <translation>nur die neuesten {0} Elemente werden verwendet</translation>
        </message>
        <message>
            <source>{0} % of the items moved back; the time that took is part of their stays</source>
            <translation>{0} % der Elemente gingen zurück; die Zeit dafür steckt in ihren Verweildauern</translation>
        </message>
        <message>
            <source>the time before {0} is not on the board</source>
            <translation>die Zeit vor {0} ist nicht auf dem Board</translation>
        </message>
        <message numerus="yes">
            <source>{0} items were cancelled and are left out</source>
            <comment>{0} item was cancelled and is left out</comment>
            <translation>
                <numerusform>{0} Element wurde abgebrochen und ist weggelassen</numerusform>
                <numerusform>{0} Elemente wurden abgebrochen und sind weggelassen</numerusform>
            </translation>
        </message>
        <message>
            <source>too little was finished to judge how well the board fits</source>
            <translation>zu wenig wurde fertig, um zu beurteilen, wie gut das Board passt</translation>
        </message>
        <message>
            <source>the board says more of this team than the naive guess</source>
            <translation>das Board trifft dieses Team besser als die naive Schätzung</translation>
        </message>
        <message>
            <source>the naive guess says more of this team than the board: do not trust the board</source>
            <translation>die naive Schätzung trifft dieses Team besser als das Board: trauen Sie dem Board nicht</translation>
        </message>
        <message>
            <source>the board is hardly better than the naive guess: do not trust it much further</source>
            <translation>das Board ist kaum besser als die naive Schätzung: trauen Sie ihm nicht viel weiter als ihr</translation>
        </message>
        <message>
            <source>the board is no better than the naive guess: do not trust it further than that</source>
            <translation>das Board ist nicht besser als die naive Schätzung: trauen Sie ihm nicht weiter als ihr</translation>
        </message>
        <message>
            <source>on the last {0} days, cycle times of a board that knew only what was before are {1} days from the team's own on average; what was before, taken as it is (the naive guess), is {2} days from them</source>
            <translation>in den letzten {0} Tagen weichen die Zykluszeiten eines Boards, das nur die Zeit davor kannte, im Durchschnitt {1} Tage von denen des Teams ab; die von davor, unverändert übernommen (die naive Schätzung), weichen {2} Tage ab</translation>
        </message>
        <message>
            <source>{0} {1} %</source>
            <translation>{0} {1} %</translation>
        </message>
        <message>
            <source>work goes back on the board as often as it did: {0}</source>
            <translation>auf dem Board geht Arbeit so oft zurück wie beim Team: {0}</translation>
        </message>
        <message>
            <source>{0} {1} to {2}</source>
            <translation>{0} {1} bis {2}</translation>
        </message>
        <message>
            <source>dates cannot tell slow work from long waits: boards with so many people fit equally well: {0}. To know, count on a few days on how many items somebody is really at work</source>
            <translation>aus Datumsangaben lässt sich langsame Arbeit nicht von langem Warten unterscheiden: Boards mit so vielen Leuten passen gleich gut: {0}. Um das herauszufinden, zählen Sie an einigen Tagen, an wie vielen Elementen wirklich jemand arbeitet</translation>
        </message>
        <message>
            <source>at least {0} within {1} weeks</source>
            <translation>mindestens {0} in {1} Wochen</translation>
        </message>
        <message>
            <source>by its throughput alone, with 85 %: {0}</source>
            <translation>fertige Elemente allein nach dem Durchsatz, mit 85 %: {0}</translation>
        </message>
        <message>
            <source>by its throughput alone, with 85 %: {0}, and {1} items within {2} weeks</source>
            <translation>fertige Elemente allein nach dem Durchsatz, mit 85 %: {0} und {1} in {2} Wochen</translation>
        </message>
        <message>
            <source>{0}: {1}.</source>
            <translation>{0}: {1}.</translation>
        </message>
        <message>
            <source>{0} % by {1}</source>
            <translation>{0} % bis {1}</translation>
        </message>
        <message>
            <source>{0} % later than {1}</source>
            <translation>{0} % später als {1}</translation>
        </message>
        <message>
            <source>at least {0} with {1} %</source>
            <translation>mindestens {0} mit {1} %</translation>
        </message>
        <message>
            <source>By {0}, more cards: {1}.</source>
            <translation>Weitere Karten bis {0}: {1}.</translation>
        </message>
        <message>
            <source>{0} by {1}: &gt; 95 %.</source>
            <translation>{0} bis {1}: &gt; 95 %.</translation>
        </message>
        <message>
            <source>{0} by {1}: &lt; 5 %.</source>
            <translation>{0} bis {1}: &lt; 5 %.</translation>
        </message>
        <message>
            <source>{0} by {1}: {2} %.</source>
            <translation>{0} bis {1}: {2} %.</translation>
        </message>
        <message>
            <source>Throughput so far says nothing yet.</source>
            <translation>Der bisherige Durchsatz sagt noch nichts aus.</translation>
        </message>
        <message>
            <source>From throughput so far alone, which knows nothing of the board as it stands or of changes: {0}.</source>
            <translation>Allein aus dem bisherigen Durchsatz, der weder den Stand des Boards noch Änderungen kennt: {0}.</translation>
        </message>
        <message>
            <source>{0} is past.</source>
            <translation>{0} ist schon vorbei.</translation>
        </message>
        <message>
            <source>{0} is too far away to look ahead to.</source>
            <translation>{0} liegt zu weit voraus.</translation>
        </message>
        <message>
            <source>Too early to say: a forecast needs {0} finished cards.</source>
            <translation>Noch zu früh: Eine Prognose braucht {0} fertige Karten.</translation>
        </message>
        <message numerus="yes">
            <source>{0} more cards</source>
            <comment>{0} more card</comment>
            <translation>
                <numerusform>{0} weitere Karte</numerusform>
                <numerusform>{0} weitere Karten</numerusform>
            </translation>
        </message>
        <message>
            <source>{0}, and {1}</source>
            <translation>{0} und {1}</translation>
        </message>
        <message>
            <source>the batch that brings an order out first, Q* = √(M·s / (Σp − max p)); batches are whole ones</source>
            <translation>das Los, mit dem ein Auftrag am frühesten fertig ist, Q* = √(M·s / (Σp − max p)); Lose sind ganzzahlig</translation>
        </message>
        <message>
            <source>Q* = {0}</source>
            <translation>Q* = {0}</translation>
        </message>
        <message>
            <source>with smaller batches people set up so often that more comes than they can do, for ever</source>
            <translation>bei kleineren Losen wird so oft gerüstet, dass auf Dauer mehr kommt, als die Leute schaffen</translation>
        </message>
        <message>
            <source>keeps up from {0} on</source>
            <translation>hält ab {0} mit</translation>
        </message>
        <message>
            <source>no limit</source>
            <translation>kein Limit</translation>
        </message>
        <message>
            <source>Limit of the whole board</source>
            <translation>Limit des ganzen Boards</translation>
        </message>
        <message>
            <source>Limit over {0}</source>
            <translation>Limit über {0}</translation>
        </message>
        <message>
            <source>WIP limit of {0}</source>
            <translation>WIP-Limit von {0}</translation>
        </message>
        <message>
            <source>People in {0}</source>
            <translation>Leute in {0}</translation>
        </message>
        <message>
            <source>Batch handed on by {0}</source>
            <translation>Transportlos von {0}</translation>
        </message>
        <message>
            <source>Set-up batch of {0}</source>
            <translation>Bearbeitungslos von {0}</translation>
        </message>
        <message>
            <source>Work on a card in {0} ({1})</source>
            <translation>Arbeit je Karte in {0} ({1})</translation>
        </message>
        <message>
            <source>Variation of the work in {0}</source>
            <translation>Streuung der Arbeit in {0}</translation>
        </message>
        <message>
            <source>Cards that arrive ({0})</source>
            <translation>Ankommende Karten ({0})</translation>
        </message>
        <message>
            <source>Which WIP limit?</source>
            <translation>Welches WIP-Limit?</translation>
        </message>
        <message>
            <source>Limit of every column</source>
            <translation>Limit jeder Spalte</translation>
        </message>
        <message>
            <source>Which batch?</source>
            <translation>Welches Los?</translation>
        </message>
        <message>
            <source>Cards handed on together</source>
            <translation>Zusammen weitergegebene Karten</translation>
        </message>
        <message>
            <source>Which set-up batch?</source>
            <translation>Welches Bearbeitungslos?</translation>
        </message>
        <message>
            <source>Cards in a set-up's batch</source>
            <translation>Karten je Bearbeitungslos</translation>
        </message>
        <message>
            <source>How full is too full?</source>
            <translation>Wie voll ist zu voll?</translation>
        </message>
        <message>
            <source>Load of the busiest column</source>
            <translation>Höchste Auslastung einer Spalte</translation>
        </message>
        <message>
            <source>Variation of the work (standard deviation / mean)</source>
            <translation>Streuung der Arbeit (Standardabweichung / Mittelwert)</translation>
        </message>
        <message>
            <source>What does variation cost?</source>
            <translation>Was kostet Streuung?</translation>
        </message>
        <message>
            <source>as it is</source>
            <translation>wie es ist</translation>
        </message>
        <message>
            <source>One more person, where?</source>
            <translation>Eine Person mehr, wo?</translation>
        </message>
        <message>
            <source>One more person in</source>
            <translation>Eine Person mehr in</translation>
        </message>
        <message>
            <source>person {0}</source>
            <translation>Person {0}</translation>
        </message>
        <message numerus="yes">
            <source>{0} people</source>
            <comment>{0} person</comment>
            <translation>
                <numerusform>{0} Person</numerusform>
                <numerusform>{0} Leute</numerusform>
            </translation>
        </message>
        <message>
            <source>The room: {0}.</source>
            <translation>Der Raum: {0}.</translation>
        </message>
        <message>
            <source>round: {0}</source>
            <translation>Runde: {0}</translation>
        </message>
        <message>
            <source>ends at {0}</source>
            <translation>Ende: {0}</translation>
        </message>
        <message>
            <source>results hidden until they are revealed</source>
            <translation>Ergebnisse verborgen bis zum Aufdecken</translation>
        </message>
        <message>
            <source>another board</source>
            <translation>ein anderes Board</translation>
        </message>
        <message>
            <source>dice with {0}</source>
            <translation>Würfel mit {0}</translation>
        </message>
        <message>
            <source>the board as it is</source>
            <translation>das Board, wie es ist</translation>
        </message>
        <message>
            <source>dice move the cards in this round: keep it or give it up first</source>
            <translation>in dieser Runde bewegen Würfel die Karten: Behalten Sie die Runde zuerst, oder geben Sie sie auf</translation>
        </message>
        <message>
            <source>branch at {0}: {1}</source>
            <translation>Zweig bei {0}: {1}</translation>
        </message>
        <message>
            <source>back to {0}</source>
            <translation>zurück zu {0}</translation>
        </message>
        <message>
            <source>a branch begins at an earlier moment: drag the timeline back first</source>
            <translation>ein Zweig beginnt an einem früheren Moment: Ziehen Sie zuerst die Zeitleiste zurück</translation>
        </message>
        <message>
            <source>Rule: pull with the board's limits</source>
            <translation>Regel: Pull mit den Limits des Boards</translation>
        </message>
        <message>
            <source>Rule: no limits</source>
            <translation>Regel: keine Limits</translation>
        </message>
        <message>
            <source>Rule: one card for each person</source>
            <translation>Regel: je Person eine Karte</translation>
        </message>
        <message>
            <source>Rule: people go to the longest queue</source>
            <translation>Regel: Leute gehen zur längsten Warteschlange</translation>
        </message>
        <message>
            <source>dice cannot move cards here: that takes {0}</source>
            <translation>hier können Würfel keine Karten bewegen: Dazu braucht es {0}</translation>
        </message>
        <message>
            <source>column {0} added</source>
            <translation>Spalte {0} hinzugefügt</translation>
        </message>
        <message>
            <source>{0} duplicated</source>
            <translation>{0} dupliziert</translation>
        </message>
        <message>
            <source>column {0} deleted</source>
            <translation>Spalte {0} gelöscht</translation>
        </message>
        <message>
            <source>{0} moved</source>
            <translation>{0} verschoben</translation>
        </message>
        <message>
            <source>{0} is called {1}</source>
            <translation>{0} heißt jetzt {1}</translation>
        </message>
        <message>
            <source>{0} is a queue</source>
            <translation>{0} ist eine Warteschlange</translation>
        </message>
        <message>
            <source>{0} is a work step</source>
            <translation>{0} ist ein Arbeitsschritt</translation>
        </message>
        <message>
            <source>queue split off {0}</source>
            <translation>Warteschlange von {0} abgetrennt</translation>
        </message>
        <message>
            <source>there is no column to the right of {0}</source>
            <translation>rechts von {0} ist keine Spalte</translation>
        </message>
        <message>
            <source>these columns share a limit already</source>
            <translation>diese Spalten haben schon ein gemeinsames Limit</translation>
        </message>
        <message>
            <source>shared limit of {0} to {1}</source>
            <translation>gemeinsames Limit von {0} bis {1}</translation>
        </message>
        <message>
            <source>shared limit taken away</source>
            <translation>gemeinsames Limit entfernt</translation>
        </message>
        <message>
            <source>{0} added</source>
            <translation>{0} hinzugefügt</translation>
        </message>
        <message>
            <source>{0} taken off the board</source>
            <translation>{0} vom Board genommen</translation>
        </message>
        <message>
            <source>class {0} added</source>
            <translation>Klasse {0} hinzugefügt</translation>
        </message>
        <message>
            <source>class {0} deleted</source>
            <translation>Klasse {0} gelöscht</translation>
        </message>
        <message>
            <source>class {0} changed</source>
            <translation>Klasse {0} geändert</translation>
        </message>
        <message>
            <source>family {0} added</source>
            <translation>Familie {0} hinzugefügt</translation>
        </message>
        <message>
            <source>family {0} deleted</source>
            <translation>Familie {0} gelöscht</translation>
        </message>
        <message>
            <source>share of family {0}</source>
            <translation>Anteil der Familie {0}</translation>
        </message>
        <message>
            <source>arrivals: {0}</source>
            <translation>Zugänge: {0}</translation>
        </message>
        <message>
            <source>list of cards</source>
            <translation>Kartenliste</translation>
        </message>
        <message>
            <source>restart with the settings as they are</source>
            <translation>Neustart mit den jetzigen Einstellungen</translation>
        </message>
        <message>
            <source>at random, {0} in a unit of time</source>
            <translation>zufällig, {0} je Zeiteinheit</translation>
        </message>
        <message>
            <source>with a gap of {0} on average</source>
            <translation>mit Abstand, im Durchschnitt {0}</translation>
        </message>
        <message>
            <source>all at once, {0}</source>
            <translation>alle auf einmal, {0}</translation>
        </message>
        <message>
            <source>by period, {0} in a unit of time on average</source>
            <translation>nach Zeiträumen, im Durchschnitt {0} je Zeiteinheit</translation>
        </message>
        <message>
            <source>without end</source>
            <translation>ohne Ende</translation>
        </message>
        <message>
            <source>not played in time</source>
            <translation>nicht rechtzeitig gespielt</translation>
        </message>
        <message>
            <source>a run that takes less time</source>
            <translation>ein Lauf, der weniger Zeit braucht</translation>
        </message>
        <message>
            <source>{0}, within {1}</source>
            <translation>{0}, auf {1} genau</translation>
        </message>
        <message>
            <source>this is what happened, and cannot be changed; try things on the board that was fitted to it</source>
            <translation>so war es, das lässt sich nicht ändern; probieren Sie Änderungen auf dem daran angepassten Board aus</translation>
        </message>
        <message>
            <source>experiment: {0}</source>
            <translation>Experiment: {0}</translation>
        </message>
        <message>
            <source>experiments removed</source>
            <translation>Experimente entfernt</translation>
        </message>
        <message>
            <source>no guess</source>
            <translation>kein Tipp</translation>
        </message>
        <message>
            <source>none of them</source>
            <translation>nichts davon</translation>
        </message>
        <message>
            <source>–</source>
            <translation>–</translation>
        </message>
        <message>
            <source>It came to {0}; nobody guessed.</source>
            <translation>Ergebnis: {0}; niemand hat getippt.</translation>
        </message>
        <message>
            <source>We said “{0}”; the run does not tell, or the round to compare with was not played.</source>
            <translation>Unser Tipp: „{0}“; der Lauf verrät es nicht, oder die Runde zum Vergleich wurde nicht gespielt.</translation>
        </message>
        <message>
            <source>We said “{0}”, and so it was.</source>
            <translation>Unser Tipp: „{0}“, und so kam es.</translation>
        </message>
        <message>
            <source>We said “{0}”; it was “{1}”.</source>
            <translation>Unser Tipp: „{0}“; Ergebnis: „{1}“.</translation>
        </message>
        <message>
            <source>We said {0}; nothing came that could be compared.</source>
            <translation>Unser Tipp: {0}; es kam nichts heraus, was sich vergleichen ließe.</translation>
        </message>
        <message>
            <source>We said {0}, and so it was.</source>
            <translation>Unser Tipp: {0}, und so kam es.</translation>
        </message>
        <message>
            <source>We said {0}; it came to {1}: {2} too much.</source>
            <translation>Unser Tipp: {0}; Ergebnis: {1} (Tipp {2} zu hoch).</translation>
        </message>
        <message>
            <source>We said {0}; it came to {1}: {2} too little.</source>
            <translation>Unser Tipp: {0}; Ergebnis: {1} (Tipp {2} zu niedrig).</translation>
        </message>
        <message>
            <source>{0} percentage points</source>
            <translation>{0} Prozentpunkte</translation>
        </message>
        <message>
            <source>As it is</source>
            <translation>Wie es ist</translation>
        </message>
        <message>
            <source>Press *Play* and watch for a minute. Where do cards stand still?</source>
            <translation>Drücken Sie *Start* und sehen Sie eine Minute zu. Wo bleiben Karten stehen?</translation>
        </message>
        <message>
            <source>Look first</source>
            <translation>Zuerst hinsehen</translation>
        </message>
        <message>
            <source>Look at the table of rounds (Workshop, key 3). What surprised you?</source>
            <translation>Sehen Sie sich die Rundentabelle an (Workshop, Taste 3). Was hat Sie überrascht?</translation>
        </message>
        <message>
            <source>What did we learn?</source>
            <translation>Was haben wir gelernt?</translation>
        </message>
        <message>
            <source>Round {0}</source>
            <translation>Runde {0}</translation>
        </message>
        <message>
            <source>The board as it is.</source>
            <translation>Das Board, wie es ist.</translation>
        </message>
        <message>
            <source>Another board.</source>
            <translation>Ein anderes Board.</translation>
        </message>
        <message>
            <source>New on the board: {0}.</source>
            <translation>Neu auf dem Board: {0}.</translation>
        </message>
        <message>
            <source>When it was played first, people did this in the run: {0}.</source>
            <translation>Beim ersten Spielen dieser Runde haben die Leute im Lauf Folgendes getan: {0}.</translation>
        </message>
        <message>
            <source>What was learned when it was played first: {0}</source>
            <translation>Beim ersten Spielen dieser Runde gelernt: {0}</translation>
        </message>
        <message>
            <source>How long is the lead time, on average?</source>
            <translation>Wie lang ist die Durchlaufzeit im Durchschnitt?</translation>
        </message>
        <message>
            <source>nobody works in the backlog</source>
            <translation>im Backlog arbeitet niemand</translation>
        </message>
        <message>
            <source>nobody works in Done</source>
            <translation>in Fertig arbeitet niemand</translation>
        </message>
        <message>
            <source>nobody works in {0}</source>
            <translation>in {0} arbeitet niemand</translation>
        </message>
        <message>
            <source>{0} only finishes a card in {1}, and has no skill there any more</source>
            <translation>{0} macht in {1} nur noch eine Karte fertig und hat dort kein Können mehr</translation>
        </message>
        <message>
            <source>there is no work column to the right of {0}</source>
            <translation>rechts von {0} ist keine Arbeitsspalte</translation>
        </message>
        <message>
            <source>there is no work column to the left of {0}</source>
            <translation>links von {0} ist keine Arbeitsspalte</translation>
        </message>
        <message>
            <source>Run {0}</source>
            <translation>Lauf {0}</translation>
        </message>
        <message>
            <source>{0}, every {1}</source>
            <translation>{0}, alle {1}</translation>
        </message>
        <message>
            <source>{0} until {1}</source>
            <translation>{0} bis {1}</translation>
        </message>
        <message>
            <source>planned: {0}</source>
            <translation>geplant: {0}</translation>
        </message>
        <message>
            <source>planned: {0}, {1}</source>
            <translation>geplant: {0}, {1}</translation>
        </message>
        <message>
            <source>out of the plan: {0}</source>
            <translation>aus dem Plan genommen: {0}</translation>
        </message>
        <message>
            <source>the run stands, because it takes about {0} GB of memory: restart it, or allow longer runs in the settings</source>
            <translation>der Lauf steht still, weil er etwa {0} GB Speicher braucht: Starten Sie ihn neu, oder erlauben Sie in den Einstellungen längere Läufe</translation>
        </message>
        <message>
            <source>the run stands, because this machine has no memory left for it: save it, close other programs, or restart it</source>
            <translation>der Lauf steht still, weil dieser Rechner keinen Speicher mehr für ihn hat: Speichern Sie ihn, schließen Sie andere Programme, oder starten Sie ihn neu</translation>
        </message>
        <message>
            <source>answers of the room</source>
            <translation>Antworten des Raums</translation>
        </message>
        <message>
            <source>vote of the room: {0}</source>
            <translation>Abstimmung des Raums: {0}</translation>
        </message>
        <message numerus="yes">
            <source>{0} answers</source>
            <comment>{0} answer</comment>
            <translation>
                <numerusform>{0} Antwort</numerusform>
                <numerusform>{0} Antworten</numerusform>
            </translation>
        </message>
        <message>
            <source>{0} of {1} said “{2}”</source>
            <translation>{0} von {1} sagten „{2}“</translation>
        </message>
        <message>
            <source>{0}, in the middle {1}</source>
            <translation>{0}, in der Mitte {1}</translation>
        </message>
        <message>
            <source>{0}, in the middle {1}, the middle half from {2} to {3}</source>
            <translation>{0}, in der Mitte {1}, mittlere Hälfte: {2} bis {3}</translation>
        </message>
        <message>
            <source>The room together was closer than every one of its {0} members.</source>
            <translation>Gemeinsam lag der Raum näher am Ergebnis als jedes seiner {0} Mitglieder.</translation>
        </message>
        <message>
            <source>The room together was closer than {0} of its {1} members.</source>
            <translation>Gemeinsam lag der Raum näher am Ergebnis als {0} seiner {1} Mitglieder.</translation>
        </message>
        <message>
            <source>The middle half of the room holds what came</source>
            <translation>Das Ergebnis liegt in der mittleren Hälfte des Raums</translation>
        </message>
        <message>
            <source>What came lies outside of the middle half of the room</source>
            <translation>Das Ergebnis liegt außerhalb der mittleren Hälfte des Raums</translation>
        </message>
        <message>
            <source>{0} (interval score {1}; one member alone {2} on average; less is better).</source>
            <translation>{0} (Intervall-Score {1}; ein Mitglied allein im Durchschnitt {2}; weniger ist besser).</translation>
        </message>
        <message>
            <source>With other luck the room would have been closer in {0} of {1} runs.</source>
            <translation>Mit anderem Zufall hätte der Raum in {0} von {1} Läufen näher gelegen.</translation>
        </message>
        <message>
            <source>In {0} of them less came than here, in {1} more.</source>
            <translation>In {0} davon kam weniger heraus als hier, in {1} mehr.</translation>
        </message>
        <message>
            <source>The room was asked “{0}”: {1}.</source>
            <translation>Auf „{0}“ antwortete der Raum: {1}.</translation>
        </message>
        <message>
            <source>far</source>
            <translation>weit</translation>
        </message>
        <message>
            <source>From round to round the room's middle was off by {0}.</source>
            <translation>So weit lag die Mitte des Raums daneben, Runde für Runde: {0}.</translation>
        </message>
        <message>
            <source>It came closer each time.</source>
            <translation>Der Raum kam jedes Mal näher heran.</translation>
        </message>
        <message>
            <source>delivered</source>
            <translation>geliefert</translation>
        </message>
        <message>
            <source>not finished</source>
            <translation>nicht fertig</translation>
        </message>
        <message>
            <source>cost of delay</source>
            <translation>Verzögerungskosten</translation>
        </message>
        <message>
            <source>flow efficiency</source>
            <translation>Flusseffizienz</translation>
        </message>
        <message>
            <source>cards on average</source>
            <translation>Karten im Durchschnitt</translation>
        </message>
        <message>
            <source>queue on average</source>
            <translation>Warteschlange im Durchschnitt</translation>
        </message>
        <message>
            <source>share of time busy</source>
            <translation>Zeitanteil beschäftigt</translation>
        </message>
        <message>
            <source>share of time in set-up</source>
            <translation>Zeitanteil Rüsten</translation>
        </message>
        <message>
            <source>share of time blocked</source>
            <translation>Zeitanteil blockiert</translation>
        </message>
        <message>
            <source>share of time without work</source>
            <translation>Zeitanteil ohne Arbeit</translation>
        </message>
        <message>
            <source>the same work, by the rule</source>
            <translation>gleiche Arbeit, nach der Regel</translation>
        </message>
        <message>
            <source>the first one</source>
            <translation>die erste</translation>
        </message>
        <message>
            <source>length: {0} → {1}</source>
            <translation>Länge: {0} → {1}</translation>
        </message>
        <message>
            <source>no change</source>
            <translation>keine Änderung</translation>
        </message>
        <message numerus="yes">
            <source>{0} acts on cards</source>
            <comment>{0} act on cards</comment>
            <translation>
                <numerusform>{0} Eingriff an Karten</numerusform>
                <numerusform>{0} Eingriffe an Karten</numerusform>
            </translation>
        </message>
        <message>
            <source>{0}, {1} % take no longer</source>
            <translation>{0}, {1} %</translation>
        </message>
        <message>
            <source>{0} prepared</source>
            <translation>{0} vorbereitet</translation>
        </message>
        <message>
            <source>the round needs an end, because the run of this board never ends</source>
            <translation>die Runde braucht ein Ende, weil der Lauf dieses Boards nie endet</translation>
        </message>
        <message>
            <source>the predictions are locked</source>
            <translation>die Vorhersagen sind festgelegt</translation>
        </message>
        <message>
            <source>there is no such question</source>
            <translation>diese Frage gibt es nicht</translation>
        </message>
        <message>
            <source>that is no answer to this question</source>
            <translation>das ist keine Antwort auf diese Frage</translation>
        </message>
        <message>
            <source>prediction: {0}</source>
            <translation>Vorhersage: {0}</translation>
        </message>
        <message>
            <source>predictions locked</source>
            <translation>Vorhersagen festgelegt</translation>
        </message>
        <message>
            <source>the round is not over yet: what comes of it is revealed at its end</source>
            <translation>die Runde ist noch nicht vorbei: Das Ergebnis wird erst am Ende aufgedeckt</translation>
        </message>
        <message>
            <source>results revealed</source>
            <translation>Ergebnisse aufgedeckt</translation>
        </message>
        <message>
            <source>what we learned</source>
            <translation>was wir gelernt haben</translation>
        </message>
        <message>
            <source>the round has not begun: there is nothing to keep</source>
            <translation>die Runde hat noch nicht begonnen: Es gibt nichts zu behalten</translation>
        </message>
        <message>
            <source>round kept</source>
            <translation>Runde behalten</translation>
        </message>
        <message>
            <source>round given up</source>
            <translation>Runde aufgegeben</translation>
        </message>
        <message>
            <source>round renamed</source>
            <translation>Runde umbenannt</translation>
        </message>
        <message>
            <source>{0} removed</source>
            <translation>{0} entfernt</translation>
        </message>
        <message>
            <source>{0} opened</source>
            <translation>{0} geöffnet</translation>
        </message>
        <message>
            <source>exercise {0}</source>
            <translation>Übung {0}</translation>
        </message>
        <message>
            <source>the round is still running: let it come to its end, or give it up</source>
            <translation>die Runde läuft noch: Lassen Sie sie zu Ende laufen, oder geben Sie sie auf</translation>
        </message>
        <message>
            <source>no exercise is open</source>
            <translation>keine Übung ist offen</translation>
        </message>
        <message>
            <source>step {0}</source>
            <translation>Schritt {0}</translation>
        </message>
        <message>
            <source>all of the exercise</source>
            <translation>die ganze Übung</translation>
        </message>
        <message>
            <source>{0} minutes</source>
            <translation>{0} Minuten</translation>
        </message>
        <message>
            <source>step set up again</source>
            <translation>Schritt neu aufgebaut</translation>
        </message>
        <message>
            <source>everybody is away: somebody must be here when the run begins</source>
            <translation>alle sind abwesend: Zu Beginn des Laufs muss jemand da sein</translation>
        </message>
        <message>
            <source>this step asks for what the board has not: {0}</source>
            <translation>dieser Schritt verlangt etwas, was das Board nicht hat: {0}</translation>
        </message>
        <message>
            <source>there is no such round</source>
            <translation>diese Runde gibt es nicht</translation>
        </message>
        <message>
            <source>no round is under way</source>
            <translation>gerade ist keine Runde im Gang</translation>
        </message>
        <message>
            <source>please wait: the run is being replayed</source>
            <translation>einen Moment: Der Lauf wird nachgespielt</translation>
        </message>
        <message>
            <source>the table is full: {0} rounds; remove one first</source>
            <translation>die Tabelle ist voll ({0} Runden): Entfernen Sie zuerst eine</translation>
        </message>
        <message>
            <source>left out in the replay, because the board refuses it: {0}</source>
            <translation>beim Nachspielen ausgelassen, weil das Board es ablehnt: {0}</translation>
        </message>
        <message>
            <source>the round has been revealed: keep it, or give it up, before the run begins again</source>
            <translation>die Runde ist aufgedeckt: Behalten Sie sie, oder geben Sie sie auf, bevor der Lauf neu beginnt</translation>
        </message>
        <message>
            <source>restart</source>
            <translation>Neustart</translation>
        </message>
        <message>
            <source>dice move the cards in this round: press Roll, or give the round up</source>
            <translation>in dieser Runde bewegen Würfel die Karten: Drücken Sie „Würfeln“, oder geben Sie die Runde auf</translation>
        </message>
        <message>
            <source>you are looking at the past; press End to return to now</source>
            <translation>Sie sehen die Vergangenheit; die Taste Ende führt zum aktuellen Stand zurück</translation>
        </message>
        <message>
            <source>the round is over: keep it or give it up, or drag the timeline back and try it from there</source>
            <translation>die Runde ist vorbei: Behalten Sie sie, geben Sie sie auf, oder ziehen Sie die Zeitleiste zurück und versuchen Sie es von dort aus</translation>
        </message>
        <message>
            <source>all others</source>
            <translation>alle anderen</translation>
        </message>
        <message>
            <source>a map is an object of JSON, such as {0}</source>
            <translation>eine Zuordnung ist ein JSON-Objekt, etwa {0}</translation>
        </message>
        <message>
            <source>a list of words</source>
            <translation>eine Liste von Wörtern</translation>
        </message>
        <message>
            <source>the name of a time zone, such as Europe/Zurich</source>
            <translation>der Name einer Zeitzone, etwa Europe/Zurich</translation>
        </message>
        <message>
            <source>a list of columns</source>
            <translation>eine Liste von Spalten</translation>
        </message>
        <message>
            <source>{0}: not known; {1}</source>
            <translation>{0}: unbekannt; {1}</translation>
        </message>
        <message>
            <source>{0}: {1}: expected {2}</source>
            <translation>{0}: {1}: erwartet wird {2}</translation>
        </message>
        <message>
            <source>a board needs a column where work begins and one where it is finished</source>
            <translation>ein Board braucht eine Spalte, in der die Arbeit beginnt, und eine, in der sie fertig ist</translation>
        </message>
        <message>
            <source>no column says when work began and when it was finished; the columns are: {0}</source>
            <translation>keine Spalte sagt, wann die Arbeit begann und wann sie fertig war; die Spalten sind: {0}</translation>
        </message>
        <message>
            <source>no order of day and month fits all dates: with the day first {0} of them cannot be read, with the month first {1}; which is it?</source>
            <translation>keine Reihenfolge von Tag und Monat passt zu allen Datumsangaben: Mit dem Tag zuerst sind {0} nicht lesbar, mit dem Monat zuerst {1}; was stimmt?</translation>
        </message>
        <message>
            <source>all dates can be read in two ways, such as {0}: does the day come first, or the month?</source>
            <translation>alle Datumsangaben lassen sich auf zwei Arten lesen, etwa {0}: Steht der Tag zuerst oder der Monat?</translation>
        </message>
        <message>
            <source>there is no column “{0}” in the file</source>
            <translation>die Datei hat keine Spalte „{0}“</translation>
        </message>
        <message>
            <source>{0} stands in an earlier row</source>
            <translation>{0} steht schon in einer früheren Zeile</translation>
        </message>
        <message>
            <source>its quote is never closed</source>
            <translation>das Anführungszeichen wird nie geschlossen</translation>
        </message>
        <message>
            <source>{0} {1} is after today</source>
            <translation>{0} {1} liegt in der Zukunft</translation>
        </message>
        <message>
            <source>{0} {1} is before 1970</source>
            <translation>{0} {1} liegt vor 1970</translation>
        </message>
        <message>
            <source>{0}: “{1}” is no date</source>
            <translation>{0}: „{1}“ ist kein Datum</translation>
        </message>
        <message>
            <source>the file is nested too deeply</source>
            <translation>die Datei ist zu tief verschachtelt</translation>
        </message>
        <message>
            <source>the file is not complete JSON: {0}</source>
            <translation>die Datei ist kein vollständiges JSON: {0}</translation>
        </message>
        <message>
            <source>the board has fewer than two lists to move cards through</source>
            <translation>das Board hat weniger als zwei Listen, durch die Karten gehen könnten</translation>
        </message>
        <message>
            <source>it is no card</source>
            <translation>das ist keine Karte</translation>
        </message>
        <message>
            <source>it does not say when</source>
            <translation>der Zeitpunkt fehlt</translation>
        </message>
        <message>
            <source>it is a pull request</source>
            <translation>das ist ein Pull Request</translation>
        </message>
        <message>
            <source>it is no issue</source>
            <translation>das ist kein Issue</translation>
        </message>
        <message>
            <source>it is done, and no date says when</source>
            <translation>fertig, aber kein Datum sagt, seit wann</translation>
        </message>
        <message>
            <source>closed_at is before created_at</source>
            <translation>closed_at liegt vor created_at</translation>
        </message>
        <message>
            <source>the file is larger than {0} MiB</source>
            <translation>die Datei ist größer als {0} MiB</translation>
        </message>
        <message>
            <source>the file has more than {0} rows</source>
            <translation>die Datei hat mehr als {0} Zeilen</translation>
        </message>
        <message>
            <source>this JSON is neither a board of Trello nor a list of issues; export a table (CSV) instead</source>
            <translation>dieses JSON ist weder ein Trello-Board noch eine Liste von Issues; exportieren Sie stattdessen eine Tabelle (CSV)</translation>
        </message>
        <message>
            <source>it is wider than the header, and its dates do not fit</source>
            <translation>breiter als die Kopfzeile, und die Datumsangaben passen nicht</translation>
        </message>
        <message>
            <source>{0} {1} is before {2} {3}</source>
            <translation>{0} {1} liegt vor {2} {3}</translation>
        </message>
        <message>
            <source>“{0}” is no number of days</source>
            <translation>„{0}“ ist keine Zahl von Tagen</translation>
        </message>
        <message>
            <source>{0} is less than nothing</source>
            <translation>{0} ist weniger als null</translation>
        </message>
        <message>
            <source>it has a duration, and no date says when it ended</source>
            <translation>eine Dauer ist da, aber kein Datum sagt, wann sie endete</translation>
        </message>
        <message>
            <source>the file is empty</source>
            <translation>die Datei ist leer</translation>
        </message>
        <message>
            <source>there is a header and nothing under it</source>
            <translation>unter der Kopfzeile steht nichts</translation>
        </message>
        <message>
            <source>the table has more than {0} columns</source>
            <translation>die Tabelle hat mehr als {0} Spalten</translation>
        </message>
        <message>
            <source>the table cannot be read: {0}</source>
            <translation>die Tabelle ist nicht lesbar: {0}</translation>
        </message>
        <message>
            <source>this is no text, and no workbook of Excel (.xlsx) either</source>
            <translation>das ist weder Text noch eine Excel-Arbeitsmappe (.xlsx)</translation>
        </message>
        <message>
            <source>nothing in the log is ever in “{0}”</source>
            <translation>nichts im Protokoll ist je in „{0}“</translation>
        </message>
        <message>
            <source>the log has more than {0} different states</source>
            <translation>das Protokoll hat mehr als {0} verschiedene Status</translation>
        </message>
        <message>
            <source>nothing in the log ever moved from one column to another</source>
            <translation>nichts im Protokoll ging je von einer Spalte in eine andere</translation>
        </message>
        <message>
            <source>it does not say what changed</source>
            <translation>es fehlt, was sich geändert hat</translation>
        </message>
        <message>
            <source>it is wider than the header</source>
            <translation>breiter als die Kopfzeile</translation>
        </message>
        <message>
            <source>it does not say where the item went</source>
            <translation>es fehlt, wohin das Element ging</translation>
        </message>
        <message>
            <source>“{0}” is no week and no date</source>
            <translation>„{0}“ ist weder Woche noch Datum</translation>
        </message>
        <message>
            <source>it has no number</source>
            <translation>die Zahl fehlt</translation>
        </message>
        <message>
            <source>“{0}” is no number of items</source>
            <translation>„{0}“ ist keine Anzahl von Elementen</translation>
        </message>
        <message>
            <source>the numbers are by month, which is too coarse: export them by week or by day</source>
            <translation>die Zahlen gelten je Monat, das ist zu grob: Exportieren Sie sie je Woche oder je Tag</translation>
        </message>
        <message>
            <source>the workbook is too large when unpacked</source>
            <translation>die Arbeitsmappe ist entpackt zu groß</translation>
        </message>
        <message>
            <source>this is no workbook of Excel that can be read</source>
            <translation>das ist keine lesbare Excel-Arbeitsmappe</translation>
        </message>
        <message>
            <source>the workbook is empty</source>
            <translation>die Arbeitsmappe ist leer</translation>
        </message>
        <message>
            <source>batch {0}/{1}</source>
            <translation>Los {0}/{1}</translation>
        </message>
        <message>
            <source>Choose a card first: the arrow keys go from card to card.</source>
            <translation>Zuerst eine Karte wählen: Die Pfeiltasten gehen von Karte zu Karte.</translation>
        </message>
        <message>
            <source>there is room for {0} of the {1} cards</source>
            <translation>nur für {0} der {1} Karten ist Platz</translation>
        </message>
        <message>
            <source>What the people here did lately: working (green), setting up (violet), held up by a card that cannot go on (amber), free (grey).</source>
            <translation>Was die Leute hier zuletzt getan haben: gearbeitet (grün), gerüstet (violett), durch eine Karte aufgehalten, die nicht weiterkann (gelb), frei (grau).</translation>
        </message>
        <message>
            <source>Ctrl+Shift+Right and Ctrl+Shift+Left let one of the people here go to the next work column.</source>
            <translation>Strg+Umschalt+Rechts und Strg+Umschalt+Links schicken eine Person von hier in die nächste Arbeitsspalte.</translation>
        </message>
        <message>
            <source>on its way to {0}</source>
            <translation>unterwegs nach {0}</translation>
        </message>
        <message>
            <source>{0} old</source>
            <translation>{0} alt</translation>
        </message>
        <message>
            <source>arrived {0} ago</source>
            <translation>seit der Ankunft {0}</translation>
        </message>
        <message>
            <source>older than {0} % of the finished cards</source>
            <translation>älter als {0} % der fertigen Karten</translation>
        </message>
        <message>
            <source>worker {0}</source>
            <translation>Person {0}</translation>
        </message>
        <message numerus="yes">
            <source>done again {0} times</source>
            <comment>done again once</comment>
            <translation>
                <numerusform>einmal nachgearbeitet</numerusform>
                <numerusform>{0}-mal nachgearbeitet</numerusform>
            </translation>
        </message>
        <message>
            <source>finished, took {0}</source>
            <translation>fertig, Dauer {0}</translation>
        </message>
        <message>
            <source>never empty</source>
            <translation>nie leer</translation>
        </message>
        <message>
            <source>{0} of {1} cards</source>
            <translation>{0} von {1} Karten</translation>
        </message>
        <message>
            <source>full</source>
            <translation>voll</translation>
        </message>
        <message>
            <source>over its limit</source>
            <translation>über dem Limit</translation>
        </message>
        <message>
            <source>bottleneck</source>
            <translation>Engpass</translation>
        </message>
        <message>
            <source>moved on by hand, work left undone in {0}</source>
            <translation>von Hand weiterbewegt, Arbeit nicht getan in {0}</translation>
        </message>
        <message>
            <source>nobody</source>
            <translation>niemand</translation>
        </message>
        <message>
            <source>PNG, small (1×)</source>
            <translation>PNG, klein (1×)</translation>
        </message>
        <message>
            <source>PNG, large (4×)</source>
            <translation>PNG, groß (4×)</translation>
        </message>
        <message>
            <source>Last 60 minutes</source>
            <translation>Letzte 60 Minuten</translation>
        </message>
        <message>
            <source>Last 24 hours</source>
            <translation>Letzte 24 Stunden</translation>
        </message>
        <message>
            <source>Last 30 days</source>
            <translation>Letzte 30 Tage</translation>
        </message>
        <message>
            <source>Last 12 weeks</source>
            <translation>Letzte 12 Wochen</translation>
        </message>
        <message>
            <source>All charts as PDF</source>
            <translation>Alle Diagramme als PDF</translation>
        </message>
        <message>
            <source>View all</source>
            <translation>Alles zeigen</translation>
        </message>
        <message>
            <source>Without Done</source>
            <translation>Ohne Fertig</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>Export</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Kopieren</translation>
        </message>
        <message>
            <source>How to read this</source>
            <translation>So liest man das</translation>
        </message>
        <message>
            <source>Scroll to zoom in time, Ctrl and scroll in height; drag to move, drag with the right button to zoom a box, double click to see all.</source>
            <translation>Mausrad zoomt die Zeit, mit Strg die Höhe; Ziehen verschiebt, Ziehen mit der rechten Taste zoomt auf einen Ausschnitt, Doppelklick zeigt alles.</translation>
        </message>
        <message>
            <source>+{0} more</source>
            <translation>+{0} weitere</translation>
        </message>
        <message>
            <source>{0} already exists. Replace it?</source>
            <translation>{0} gibt es schon. Ersetzen?</translation>
        </message>
        <message>
            <source>from {0}</source>
            <translation>ab {0}</translation>
        </message>
        <message>
            <source>Arrow keys</source>
            <translation>Pfeiltasten</translation>
        </message>
        <message>
            <source>choose a card</source>
            <translation>eine Karte wählen</translation>
        </message>
        <message>
            <source>Ctrl+← →</source>
            <translation>Strg+← →</translation>
        </message>
        <message>
            <source>move the chosen cards</source>
            <translation>die gewählten Karten bewegen</translation>
        </message>
        <message>
            <source>Ctrl+↑ ↓</source>
            <translation>Strg+↑ ↓</translation>
        </message>
        <message>
            <source>put the chosen cards into another class</source>
            <translation>gewählte Karten in andere Klasse setzen</translation>
        </message>
        <message>
            <source>Ctrl+Shift+← → on a column</source>
            <translation>Strg+Umschalt+← → auf einer Spalte</translation>
        </message>
        <message>
            <source>one of its people goes to the next work column</source>
            <translation>eine Person zur nächsten Arbeitsspalte</translation>
        </message>
        <message>
            <source>Enter</source>
            <translation>Eingabe</translation>
        </message>
        <message>
            <source>what can be done with the chosen card</source>
            <translation>was sich mit der gewählten Karte tun lässt</translation>
        </message>
        <message>
            <source>Ctrl+click</source>
            <translation>Strg+Klick</translation>
        </message>
        <message>
            <source>choose several cards</source>
            <translation>mehrere Karten wählen</translation>
        </message>
        <message>
            <source>Tab</source>
            <translation>Tab</translation>
        </message>
        <message>
            <source>from column to column and on through the window</source>
            <translation>von Spalte zu Spalte und weiter durchs Fenster</translation>
        </message>
        <message>
            <source>Wheel or ↑ ↓ over a number</source>
            <translation>Mausrad oder ↑ ↓ auf einer Zahl</translation>
        </message>
        <message>
            <source>one more, one less</source>
            <translation>eins mehr, eins weniger</translation>
        </message>
        <message>
            <source>Ctrl+F in the table of cards</source>
            <translation>Strg+F in der Kartentabelle</translation>
        </message>
        <message>
            <source>search</source>
            <translation>suchen</translation>
        </message>
        <message>
            <source>Alt+↑ ↓ in the table of cards</source>
            <translation>Alt+↑ ↓ in der Kartentabelle</translation>
        </message>
        <message>
            <source>sort by this column</source>
            <translation>nach dieser Spalte sortieren</translation>
        </message>
        <message>
            <source>Esc</source>
            <translation>Esc</translation>
        </message>
        <message>
            <source>cancel the drag</source>
            <translation>das Ziehen abbrechen</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message numerus="yes">
            <source>{0} runs of each setting on the same luck</source>
            <comment>{0} run of each setting</comment>
            <translation>
                <numerusform>{0} Lauf je Einstellung</numerusform>
                <numerusform>{0} Läufe je Einstellung bei gleichem Zufall</numerusform>
            </translation>
        </message>
        <message>
            <source>{0}, each until all work is done.</source>
            <translation>{0}, jeweils bis alle Arbeit fertig ist.</translation>
        </message>
        <message>
            <source>{0}, each {1} long.</source>
            <translation>{0}, jeweils {1} lang.</translation>
        </message>
        <message>
            <source>warm-up by MSER-5</source>
            <translation>Einschwingzeit nach MSER-5</translation>
        </message>
        <message>
            <source>as somebody chose</source>
            <translation>selbst gewählt</translation>
        </message>
        <message>
            <source>{0}, each {1} long, counted from {2} on ({3}).</source>
            <translation>{0}, jeweils {1} lang, gezählt ab {2} ({3}).</translation>
        </message>
        <message>
            <source>The run is being replayed; the forecast waits.</source>
            <translation>Der Lauf wird nachgespielt; die Prognose wartet.</translation>
        </message>
        <message>
            <source>People move the cards on this board, and nobody knows what they will do.</source>
            <translation>Auf diesem Board bewegen Leute die Karten, und niemand weiß, was sie tun werden.</translation>
        </message>
        <message>
            <source>All work is done.</source>
            <translation>Alle Arbeit ist fertig.</translation>
        </message>
        <message>
            <source>That is too far away to say.</source>
            <translation>Das liegt für eine Prognose zu weit in der Zukunft.</translation>
        </message>
        <message>
            <source>The team goes on as it went: days are drawn from its own. What if is for a board.</source>
            <translation>Das Team macht weiter wie bisher: Tage werden aus seinen eigenen gezogen. „Was wäre, wenn“ gibt es nur für ein Board.</translation>
        </message>
        <message>
            <source>Written into {0}.</source>
            <translation>Geschrieben in {0}.</translation>
        </message>
        <message>
            <source>{0} ({1} runs of each)</source>
            <translation>{0} (je {1} Läufe)</translation>
        </message>
        <message>
            <source>run</source>
            <translation>Lauf</translation>
        </message>
        <message>
            <source>the settings at the start</source>
            <translation>Einstellungen am Anfang</translation>
        </message>
        <message>
            <source>{0} of {1} runs</source>
            <translation>{0} von {1} Läufen</translation>
        </message>
        <message>
            <source>So far: {0}</source>
            <translation>Bisher: {0}</translation>
        </message>
        <message>
            <source>What each change contributes cannot be told: {0}</source>
            <translation>Was jede Änderung beiträgt, lässt sich nicht sagen: {0}</translation>
        </message>
        <message>
            <source>The board has changed since these runs.</source>
            <translation>Das Board hat sich seit diesen Läufen geändert.</translation>
        </message>
        <message>
            <source>Lead time, from one to the other</source>
            <translation>Durchlaufzeit, von einem zum anderen</translation>
        </message>
        <message>
            <source>card</source>
            <translation>Karte</translation>
        </message>
        <message>
            <source>nothing changes</source>
            <translation>keine Änderung</translation>
        </message>
        <message>
            <source>nothing else</source>
            <translation>nichts weiter</translation>
        </message>
        <message>
            <source>finding the warm-up</source>
            <translation>Einschwingzeit wird ermittelt</translation>
        </message>
        <message>
            <source>waits for the experiment before it</source>
            <translation>wartet auf das Experiment davor</translation>
        </message>
        <message>
            <source>try {0}</source>
            <translation>{0} ausprobieren</translation>
        </message>
        <message>
            <source>a table with one column of dates for each step</source>
            <translation>Tabelle mit einer Datumsspalte je Schritt</translation>
        </message>
        <message>
            <source>an export of Nave</source>
            <translation>Export aus Nave</translation>
        </message>
        <message>
            <source>an export of Jira</source>
            <translation>Export aus Jira</translation>
        </message>
        <message>
            <source>a log of changes</source>
            <translation>Änderungsprotokoll</translation>
        </message>
        <message>
            <source>an export of Azure DevOps</source>
            <translation>Export aus Azure DevOps</translation>
        </message>
        <message>
            <source>a board of Trello</source>
            <translation>Board aus Trello</translation>
        </message>
        <message>
            <source>an export of Linear</source>
            <translation>Export aus Linear</translation>
        </message>
        <message>
            <source>a table with beginnings and ends</source>
            <translation>Tabelle mit Beginn und Ende</translation>
        </message>
        <message>
            <source>a table of durations</source>
            <translation>Tabelle mit Dauern</translation>
        </message>
        <message>
            <source>numbers of finished items by week</source>
            <translation>Zahl fertiger Elemente je Woche</translation>
        </message>
        <message>
            <source>a list of issues</source>
            <translation>Liste von Issues</translation>
        </message>
        <message>
            <source>The file does not say when work began: what it tells is from creation to the end.</source>
            <translation>Die Datei sagt nicht, wann die Arbeit begann: Sie reicht nur vom Anlegen bis zum Ende.</translation>
        </message>
        <message>
            <source>The rows have no ids, so that the same item twice cannot be noticed.</source>
            <translation>Die Zeilen haben keine IDs, also fällt es nicht auf, wenn ein Element zweimal vorkommt.</translation>
        </message>
        <message>
            <source>There are no items in it, so nothing can be said of columns and cycle times.</source>
            <translation>Es sind keine Elemente darin, also lässt sich über Spalten und Zykluszeiten nichts sagen.</translation>
        </message>
        <message>
            <source>The file does not say when work began, so no board can be made of it.</source>
            <translation>Die Datei sagt nicht, wann die Arbeit begann, also lässt sich daraus kein Board machen.</translation>
        </message>
        <message>
            <source>The beginning is missing (Trello exports the last 1,000 actions): what began before has no cycle time.</source>
            <translation>Der Anfang fehlt (Trello exportiert die letzten 1.000 Aktionen): Was davor begann, hat keine Zykluszeit.</translation>
        </message>
        <message numerus="yes">
            <source>{0} items passed a column by</source>
            <comment>{0} item passed a column by</comment>
            <translation>
                <numerusform>{0} Element hat eine Spalte übersprungen</numerusform>
                <numerusform>{0} Elemente haben eine Spalte übersprungen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{0} items entered columns out of their order</source>
            <comment>{0} item entered columns out of their order</comment>
            <translation>
                <numerusform>{0} Element kam nicht der Reihe nach in die Spalten</numerusform>
                <numerusform>{0} Elemente kamen nicht der Reihe nach in die Spalten</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{0} items moved back</source>
            <comment>{0} item moved back</comment>
            <translation>
                <numerusform>{0} Element ging zurück</numerusform>
                <numerusform>{0} Elemente gingen zurück</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{0} items were reopened</source>
            <comment>{0} item was reopened</comment>
            <translation>
                <numerusform>{0} Element wurde wieder geöffnet</numerusform>
                <numerusform>{0} Elemente wurden wieder geöffnet</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{0} items begin before the file does</source>
            <comment>{0} item begins before the file does</comment>
            <translation>
                <numerusform>{0} Element beginnt vor dem Anfang der Datei</numerusform>
                <numerusform>{0} Elemente beginnen vor dem Anfang der Datei</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{0} rows are wider than the header</source>
            <comment>{0} row is wider than the header</comment>
            <translation>
                <numerusform>{0} Zeile ist breiter als die Kopfzeile</numerusform>
                <numerusform>{0} Zeilen sind breiter als die Kopfzeile</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{0} items have no beginning, and count as begun when they ended</source>
            <comment>{0} item has no beginning, and counts as begun when it ended</comment>
            <translation>
                <numerusform>{0} Element hat keinen Beginn; als Beginn zählt sein Ende</numerusform>
                <numerusform>{0} Elemente haben keinen Beginn; als Beginn zählt ihr Ende</numerusform>
            </translation>
        </message>
        <message>
            <source>not used</source>
            <translation>nicht verwendet</translation>
        </message>
        <message>
            <source>id</source>
            <translation>ID</translation>
        </message>
        <message>
            <source>title</source>
            <translation>Titel</translation>
        </message>
        <message>
            <source>class</source>
            <translation>Klasse</translation>
        </message>
        <message>
            <source>state</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>resolution</source>
            <translation>Lösung</translation>
        </message>
        <message>
            <source>created</source>
            <translation>erstellt</translation>
        </message>
        <message>
            <source>work begins</source>
            <translation>Arbeit beginnt</translation>
        </message>
        <message>
            <source>a step on the way</source>
            <translation>Zwischenschritt</translation>
        </message>
        <message>
            <source>given up</source>
            <translation>aufgegeben</translation>
        </message>
        <message>
            <source>duration</source>
            <translation>Dauer</translation>
        </message>
        <message>
            <source>week or day</source>
            <translation>Woche oder Tag</translation>
        </message>
        <message>
            <source>how many</source>
            <translation>Anzahl</translation>
        </message>
        <message numerus="yes">
            <source>{0} finished items</source>
            <comment>{0} finished item</comment>
            <translation>
                <numerusform>{0} fertiges Element</numerusform>
                <numerusform>{0} fertige Elemente</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{0} items</source>
            <comment>{0} item</comment>
            <translation>
                <numerusform>{0} Element</numerusform>
                <numerusform>{0} Elemente</numerusform>
            </translation>
        </message>
        <message>
            <source>{0} finished</source>
            <translation>{0} fertig</translation>
        </message>
        <message>
            <source>{0} unfinished</source>
            <translation>{0} unfertig</translation>
        </message>
        <message>
            <source>{0} given up</source>
            <translation>{0} aufgegeben</translation>
        </message>
        <message>
            <source>{0} not started</source>
            <translation>{0} nicht begonnen</translation>
        </message>
        <message>
            <source>Read as {0}.</source>
            <translation>Gelesen als {0}.</translation>
        </message>
        <message>
            <source>a table</source>
            <translation>Tabelle</translation>
        </message>
        <message>
            <source>Columns: {0}.</source>
            <translation>Spalten: {0}.</translation>
        </message>
        <message>
            <source>In its dates the day comes first.</source>
            <translation>In den Datumsangaben steht der Tag zuerst.</translation>
        </message>
        <message>
            <source>In its dates the month comes first.</source>
            <translation>In den Datumsangaben steht der Monat zuerst.</translation>
        </message>
        <message>
            <source>Row {0}: {1}</source>
            <translation>Zeile {0}: {1}</translation>
        </message>
        <message>
            <source>Nothing in the manual has these words. Try fewer, or another word for it.</source>
            <translation>Diese Wörter stehen nicht im Handbuch. Versuchen Sie es mit weniger oder mit einem anderen Wort.</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <source>Exercises and new boards …</source>
            <translation>Übungen und neue Boards …</translation>
        </message>
        <message>
            <source>New window</source>
            <translation>Neues Fenster</translation>
        </message>
        <message>
            <source>Open …</source>
            <translation>Öffnen …</translation>
        </message>
        <message>
            <source>Import a team's history …</source>
            <translation>Verlauf eines Teams importieren …</translation>
        </message>
        <message>
            <source>Import an example …</source>
            <translation>Beispiel importieren …</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Speichern</translation>
        </message>
        <message>
            <source>Save as …</source>
            <translation>Speichern unter …</translation>
        </message>
        <message>
            <source>Export chart as PNG …</source>
            <translation>Diagramm als PNG exportieren …</translation>
        </message>
        <message>
            <source>Export chart as SVG …</source>
            <translation>Diagramm als SVG exportieren …</translation>
        </message>
        <message>
            <source>Export chart as PDF …</source>
            <translation>Diagramm als PDF exportieren …</translation>
        </message>
        <message>
            <source>Export chart's data as CSV …</source>
            <translation>Diagrammdaten als CSV exportieren …</translation>
        </message>
        <message>
            <source>Export all charts as PDF …</source>
            <translation>Alle Diagramme als PDF exportieren …</translation>
        </message>
        <message>
            <source>Export run as XLSX …</source>
            <translation>Lauf als XLSX exportieren …</translation>
        </message>
        <message>
            <source>Export run's events as CSV …</source>
            <translation>Ereignisse des Laufs als CSV exportieren …</translation>
        </message>
        <message>
            <source>Export run for ActionableAgile …</source>
            <translation>Lauf für ActionableAgile exportieren …</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Beenden</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>Bearbeiten</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>Wiederholen</translation>
        </message>
        <message>
            <source>Copy chart</source>
            <translation>Diagramm kopieren</translation>
        </message>
        <message>
            <source>All commands …</source>
            <translation>Alle Befehle …</translation>
        </message>
        <message>
            <source>Settings …</source>
            <translation>Einstellungen …</translation>
        </message>
        <message>
            <source>Board</source>
            <translation>Board</translation>
        </message>
        <message>
            <source>Add a card</source>
            <translation>Karte hinzufügen</translation>
        </message>
        <message>
            <source>Block / unblock the chosen card</source>
            <translation>Gewählte Karte blockieren / freigeben</translation>
        </message>
        <message>
            <source>One more person at the chosen card</source>
            <translation>Eine Person mehr an der gewählten Karte</translation>
        </message>
        <message>
            <source>One person fewer at the chosen card</source>
            <translation>Eine Person weniger an der gewählten Karte</translation>
        </message>
        <message>
            <source>Discard the chosen card</source>
            <translation>Gewählte Karte verwerfen</translation>
        </message>
        <message>
            <source>Add a column</source>
            <translation>Spalte hinzufügen</translation>
        </message>
        <message>
            <source>Add a queue</source>
            <translation>Warteschlange hinzufügen</translation>
        </message>
        <message>
            <source>Rename the column</source>
            <translation>Spalte umbenennen</translation>
        </message>
        <message>
            <source>Duplicate the column</source>
            <translation>Spalte duplizieren</translation>
        </message>
        <message>
            <source>Split a queue off the column</source>
            <translation>Warteschlange von Spalte abtrennen</translation>
        </message>
        <message>
            <source>Move the column to the left</source>
            <translation>Spalte nach links verschieben</translation>
        </message>
        <message>
            <source>Move the column to the right</source>
            <translation>Spalte nach rechts verschieben</translation>
        </message>
        <message>
            <source>Share a limit with the next column</source>
            <translation>Limit mit nächster Spalte teilen</translation>
        </message>
        <message>
            <source>Limit the whole board</source>
            <translation>Ganzes Board begrenzen</translation>
        </message>
        <message>
            <source>Same limit for every column …</source>
            <translation>Gleiches Limit für alle Spalten …</translation>
        </message>
        <message>
            <source>Same batch for every column …</source>
            <translation>Gleiches Los für alle Spalten …</translation>
        </message>
        <message>
            <source>Delete the column</source>
            <translation>Spalte löschen</translation>
        </message>
        <message>
            <source>When would the chosen card have left otherwise?</source>
            <translation>Wann wäre die gewählte Karte sonst fertig geworden?</translation>
        </message>
        <message>
            <source>What if the column's limit were different?</source>
            <translation>Was wäre, wenn die Spalte ein anderes Limit hätte?</translation>
        </message>
        <message>
            <source>What if the column had more or fewer people?</source>
            <translation>Was wäre, wenn die Spalte mehr oder weniger Leute hätte?</translation>
        </message>
        <message>
            <source>Run</source>
            <translation>Lauf</translation>
        </message>
        <message>
            <source>Play or pause</source>
            <translation>Start oder Pause</translation>
        </message>
        <message>
            <source>Step to the next event</source>
            <translation>Weiter zum nächsten Ereignis</translation>
        </message>
        <message>
            <source>Restart</source>
            <translation>Neu starten</translation>
        </message>
        <message>
            <source>Restart with the settings as they are now</source>
            <translation>Mit jetzigen Einstellungen neu starten</translation>
        </message>
        <message>
            <source>New random run (next seed)</source>
            <translation>Neuer Zufallslauf (nächste Startzahl)</translation>
        </message>
        <message>
            <source>Pin this run</source>
            <translation>Lauf anheften</translation>
        </message>
        <message>
            <source>Unpin the last pinned run</source>
            <translation>Zuletzt angehefteten Lauf lösen</translation>
        </message>
        <message>
            <source>Why does it differ from the pinned run?</source>
            <translation>Warum weicht er vom angehefteten Lauf ab?</translation>
        </message>
        <message>
            <source>Look at the start</source>
            <translation>Anfang ansehen</translation>
        </message>
        <message>
            <source>Back to now</source>
            <translation>Zum aktuellen Stand</translation>
        </message>
        <message>
            <source>Faster</source>
            <translation>Schneller</translation>
        </message>
        <message>
            <source>Slower</source>
            <translation>Langsamer</translation>
        </message>
        <message>
            <source>View</source>
            <translation>Ansicht</translation>
        </message>
        <message>
            <source>The board</source>
            <translation>Board</translation>
        </message>
        <message>
            <source>Experiments</source>
            <translation>Experimente</translation>
        </message>
        <message>
            <source>Workshop</source>
            <translation>Workshop</translation>
        </message>
        <message>
            <source>Learn</source>
            <translation>Lernen</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Hell</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Dunkel</translation>
        </message>
        <message>
            <source>Follow the system</source>
            <translation>Wie das System</translation>
        </message>
        <message>
            <source>Reduced motion</source>
            <translation>Weniger Bewegung</translation>
        </message>
        <message>
            <source>Cards as a table</source>
            <translation>Karten als Tabelle</translation>
        </message>
        <message>
            <source>Wall of charts</source>
            <translation>Diagrammwand</translation>
        </message>
        <message>
            <source>Cards in rows by class, or in one list</source>
            <translation>Karten nach Klassen in Bahnen oder in einer Liste</translation>
        </message>
        <message>
            <source>Zoom in on the charts</source>
            <translation>In Diagramme hineinzoomen</translation>
        </message>
        <message>
            <source>Zoom out of the charts</source>
            <translation>Aus Diagrammen herauszoomen</translation>
        </message>
        <message>
            <source>Show the whole run</source>
            <translation>Ganzen Lauf zeigen</translation>
        </message>
        <message>
            <source>Show the latest part of the run</source>
            <translation>Letzten Teil des Laufs zeigen</translation>
        </message>
        <message>
            <source>Cumulative flow with or without Done</source>
            <translation>Kumulativer Fluss mit oder ohne Fertig</translation>
        </message>
        <message>
            <source>Read off between two moments</source>
            <translation>Zwischen zwei Zeitpunkten ablesen</translation>
        </message>
        <message>
            <source>Full screen</source>
            <translation>Vollbild</translation>
        </message>
        <message>
            <source>Guide</source>
            <translation>Begleiter</translation>
        </message>
        <message>
            <source>Next step</source>
            <translation>Nächster Schritt</translation>
        </message>
        <message>
            <source>Previous step</source>
            <translation>Voriger Schritt</translation>
        </message>
        <message>
            <source>Begin a round</source>
            <translation>Runde beginnen</translation>
        </message>
        <message>
            <source>Lock the predictions and run</source>
            <translation>Vorhersagen festlegen und starten</translation>
        </message>
        <message>
            <source>Reveal</source>
            <translation>Aufdecken</translation>
        </message>
        <message>
            <source>Keep this round</source>
            <translation>Runde behalten</translation>
        </message>
        <message>
            <source>Present</source>
            <translation>Vortragen</translation>
        </message>
        <message>
            <source>Notes for whoever leads</source>
            <translation>Notizen für die Leitung</translation>
        </message>
        <message>
            <source>Let the room answer …</source>
            <translation>Raum antworten lassen …</translation>
        </message>
        <message>
            <source>Make an exercise from this session …</source>
            <translation>Übung aus dieser Sitzung machen …</translation>
        </message>
        <message>
            <source>Export the rounds …</source>
            <translation>Runden exportieren …</translation>
        </message>
        <message>
            <source>Report as a page to take home …</source>
            <translation>Bericht als Seite zum Mitnehmen …</translation>
        </message>
        <message>
            <source>Report as PDF …</source>
            <translation>Bericht als PDF …</translation>
        </message>
        <message>
            <source>Sheet for whoever leads, as PDF …</source>
            <translation>Blatt für die Leitung als PDF …</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Hilfe</translation>
        </message>
        <message>
            <source>Help on what has the focus</source>
            <translation>Hilfe zum Element im Fokus</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Tasten</translation>
        </message>
        <message>
            <source>Terms</source>
            <translation>Begriffe</translation>
        </message>
        <message>
            <source>Open the log file</source>
            <translation>Protokolldatei öffnen</translation>
        </message>
        <message>
            <source>About flowsim</source>
            <translation>Über flowsim</translation>
        </message>
        <message>
            <source>Play: {0}</source>
            <translation>Spielen: {0}</translation>
        </message>
        <message>
            <source>New board: {0}</source>
            <translation>Neues Board: {0}</translation>
        </message>
        <message>
            <source>Open: {0}</source>
            <translation>Öffnen: {0}</translation>
        </message>
        <message>
            <source>Chart: {0}</source>
            <translation>Diagramm: {0}</translation>
        </message>
        <message>
            <source>The room is open to phones; click to see how they come in, or to close it</source>
            <translation>Der Raum ist für Telefone offen; klicken, um zu sehen, wie man hineinkommt, oder um ihn zu schließen</translation>
        </message>
        <message>
            <source>Nothing is asked now: answers belong to a round that is being predicted.</source>
            <translation>Gerade wird nichts gefragt: Antworten gehören zu einer Runde, für die vorhergesagt wird.</translation>
        </message>
        <message>
            <source>What to try next</source>
            <translation>Was wir als Nächstes versuchen</translation>
        </message>
        <message>
            <source>The room is open again, with all that was answered.</source>
            <translation>Der Raum ist wieder offen, mit allen Antworten.</translation>
        </message>
        <message>
            <source>Answers are not written down any more ({0}): a restart would lose them.</source>
            <translation>Antworten werden nicht mehr gesichert ({0}): Bei einem Neustart gingen sie verloren.</translation>
        </message>
        <message>
            <source>Phones cannot come in: {0}. Another address may work.</source>
            <translation>Telefone erreichen den Raum nicht: {0}. Vielleicht klappt es mit einer anderen Adresse.</translation>
        </message>
        <message>
            <source>The room has closed by itself: open it again to have its answers, or lock without them.</source>
            <translation>Der Raum hat sich von selbst geschlossen: Öffnen Sie ihn wieder, um die Antworten zu haben, oder legen Sie ohne sie fest.</translation>
        </message>
        <message>
            <source>The room has closed by itself; open it again, and all answers are there.</source>
            <translation>Der Raum hat sich von selbst geschlossen; öffnen Sie ihn wieder, und alle Antworten sind da.</translation>
        </message>
        <message>
            <source>{0} done</source>
            <translation>{0} fertig</translation>
        </message>
        <message>
            <source>Same limit for every column</source>
            <translation>Gleiches Limit für alle Spalten</translation>
        </message>
        <message>
            <source>WIP limit of every column</source>
            <translation>WIP-Limit jeder Spalte</translation>
        </message>
        <message>
            <source>No limit</source>
            <translation>Kein Limit</translation>
        </message>
        <message>
            <source>Same batch for every column</source>
            <translation>Gleiches Los für alle Spalten</translation>
        </message>
        <message>
            <source>Cards handed on together, and set up for, in every column</source>
            <translation>Karten je Los in jeder Spalte (Weitergabe und Rüsten)</translation>
        </message>
        <message>
            <source>Queue</source>
            <translation>Warteschlange</translation>
        </message>
        <message>
            <source>New step</source>
            <translation>Neuer Schritt</translation>
        </message>
        <message>
            <source>Choose a column first: click its head, or go there with Tab.</source>
            <translation>Wählen Sie zuerst eine Spalte: Klicken Sie auf ihren Kopf, oder gehen Sie mit Tab dorthin.</translation>
        </message>
        <message>
            <source>Open a scenario</source>
            <translation>Szenario öffnen</translation>
        </message>
        <message>
            <source>Save as</source>
            <translation>Speichern unter</translation>
        </message>
        <message>
            <source>Save the changes to “{0}”?</source>
            <translation>Änderungen an „{0}“ speichern?</translation>
        </message>
        <message numerus="yes">
            <source>… and {0} more</source>
            <comment>… and {0} more</comment>
            <translation>
                <numerusform>… und {0} weiteres</numerusform>
                <numerusform>… und {0} weitere</numerusform>
            </translation>
        </message>
        <message>
            <source>{0} cannot be opened. Nothing that was open has changed.</source>
            <translation>{0} lässt sich nicht öffnen. Was offen war, ist unverändert.</translation>
        </message>
        <message>
            <source>Export the chart</source>
            <translation>Diagramm exportieren</translation>
        </message>
        <message>
            <source>{0} saved as {1}</source>
            <translation>{0} gespeichert als {1}</translation>
        </message>
        <message>
            <source>Export all charts</source>
            <translation>Alle Diagramme exportieren</translation>
        </message>
        <message>
            <source>Writing {0}</source>
            <translation>{0} wird geschrieben</translation>
        </message>
        <message>
            <source>All charts saved as {0}</source>
            <translation>Alle Diagramme gespeichert als {0}</translation>
        </message>
        <message>
            <source>Export the run</source>
            <translation>Lauf exportieren</translation>
        </message>
        <message>
            <source>Run saved as {0}</source>
            <translation>Lauf gespeichert als {0}</translation>
        </message>
        <message>
            <source>{0} copied</source>
            <translation>{0} kopiert</translation>
        </message>
        <message>
            <source>Saved as {0}</source>
            <translation>Gespeichert als {0}</translation>
        </message>
        <message>
            <source>{0} has been changed by another program since it was opened.</source>
            <translation>{0} wurde seit dem Öffnen von einem anderen Programm geändert.</translation>
        </message>
        <message>
            <source>Saving replaces what stands there now by what is open here.</source>
            <translation>Speichern ersetzt, was jetzt dort steht, durch das, was hier offen ist.</translation>
        </message>
        <message>
            <source>Replace it</source>
            <translation>Ersetzen</translation>
        </message>
        <message>
            <source>Save elsewhere …</source>
            <translation>Woanders speichern …</translation>
        </message>
        <message>
            <source>{0} could not be written.</source>
            <translation>{0} konnte nicht geschrieben werden.</translation>
        </message>
        <message>
            <source>{0}. Nothing is lost: it is still open here, and can be saved elsewhere.</source>
            <translation>{0}. Nichts ist verloren: Es ist hier noch offen und lässt sich woanders speichern.</translation>
        </message>
        <message>
            <source>Exports of other tools</source>
            <translation>Exporte anderer Werkzeuge</translation>
        </message>
        <message>
            <source>Import a team's history</source>
            <translation>Verlauf eines Teams importieren</translation>
        </message>
        <message>
            <source>the team</source>
            <translation>das Team</translation>
        </message>
        <message>
            <source>What happened is pinned: it stays in every chart as a dashed line.</source>
            <translation>Was geschah, ist angeheftet und bleibt als gestrichelte Linie in jedem Diagramm.</translation>
        </message>
        <message>
            <source>This is what happened. Drag the timeline to look at any day of it.</source>
            <translation>So ist es geschehen. Ziehen Sie an der Zeitleiste, um einen beliebigen Tag anzusehen.</translation>
        </message>
        <message>
            <source>the board</source>
            <translation>das Board</translation>
        </message>
        <message>
            <source>rows not used</source>
            <translation>nicht verwendete Zeilen</translation>
        </message>
        <message>
            <source>Rows that are not used</source>
            <translation>Nicht verwendete Zeilen</translation>
        </message>
        <message>
            <source>An experiment is running. Stop it and close?</source>
            <translation>Ein Experiment läuft. Anhalten und schließen?</translation>
        </message>
        <message>
            <source>Open recent</source>
            <translation>Zuletzt geöffnet</translation>
        </message>
        <message>
            <source>Nothing opened yet</source>
            <translation>Noch nichts geöffnet</translation>
        </message>
        <message>
            <source>Colours</source>
            <translation>Farben</translation>
        </message>
        <message>
            <source>Light for a bright room, dark for a dim one.</source>
            <translation>Hell für einen hellen Raum, dunkel für einen dunklen.</translation>
        </message>
        <message>
            <source>follow the system</source>
            <translation>wie das System</translation>
        </message>
        <message>
            <source>light</source>
            <translation>hell</translation>
        </message>
        <message>
            <source>dark</source>
            <translation>dunkel</translation>
        </message>
        <message>
            <source>Text size</source>
            <translation>Textgröße</translation>
        </message>
        <message>
            <source>Larger for the back of the room: texts, cards and charts grow together.</source>
            <translation>Größer für die hinteren Reihen: Texte, Karten und Diagramme wachsen gemeinsam.</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Sprache</translation>
        </message>
        <message>
            <source>Of the window, its numbers and its exercises; files and boards of your own stay as they are.</source>
            <translation>Gilt für Fenster, Zahlen und Übungen; eigene Dateien und Boards bleiben, wie sie sind.</translation>
        </message>
        <message>
            <source>as the system</source>
            <translation>wie das System</translation>
        </message>
        <message>
            <source>Motion</source>
            <translation>Bewegung</translation>
        </message>
        <message>
            <source>Whether cards glide to their places, or are there at once.</source>
            <translation>Ob Karten an ihren Platz gleiten oder sofort dort sind.</translation>
        </message>
        <message>
            <source>cards glide</source>
            <translation>Karten gleiten</translation>
        </message>
        <message>
            <source>reduced: cards jump</source>
            <translation>weniger: Karten springen</translation>
        </message>
        <message>
            <source>Speed of a new board</source>
            <translation>Tempo eines neuen Boards</translation>
        </message>
        <message>
            <source>Whether a file that is opened runs as fast as the board before, seen by its own work; exercises do not.</source>
            <translation>Ob eine geöffnete Datei so schnell läuft wie das Board zuvor, gemessen an ihrer eigenen Arbeit; für Übungen gilt das nicht.</translation>
        </message>
        <message>
            <source>as the last one</source>
            <translation>wie zuletzt</translation>
        </message>
        <message>
            <source>always the usual one</source>
            <translation>immer das übliche</translation>
        </message>
        <message>
            <source>File changed by others</source>
            <translation>Datei extern geändert</translation>
        </message>
        <message>
            <source>Whether a line tells when another program changes the file that is open.</source>
            <translation>Ob flowsim meldet, dass ein anderes Programm die offene Datei geändert hat.</translation>
        </message>
        <message>
            <source>tell me</source>
            <translation>melden</translation>
        </message>
        <message>
            <source>say nothing</source>
            <translation>nicht melden</translation>
        </message>
        <message>
            <source>Time during a drag</source>
            <translation>Zeit beim Ziehen</translation>
        </message>
        <message>
            <source>Whether the run stands while cards are in somebody's hand.</source>
            <translation>Ob der Lauf pausiert, solange jemand Karten in der Hand hält.</translation>
        </message>
        <message>
            <source>stands still</source>
            <translation>steht still</translation>
        </message>
        <message>
            <source>goes on</source>
            <translation>läuft weiter</translation>
        </message>
        <message>
            <source>Longest run</source>
            <translation>Längster Lauf</translation>
        </message>
        <message>
            <source>How much memory a run may take before it stands: the longer it goes on, the more it takes.</source>
            <translation>Wie viel Speicher ein Lauf belegen darf, bevor er anhält: Je länger er läuft, desto mehr braucht er.</translation>
        </message>
        <message>
            <source>about {0} GB</source>
            <translation>etwa {0} GB</translation>
        </message>
        <message>
            <source>The round is kept. Workshop (3) shows all of them side by side.</source>
            <translation>Runde behalten. Workshop (3) zeigt alle nebeneinander.</translation>
        </message>
        <message>
            <source>Drag the timeline to a moment, and do there what you would have done: a branch is offered.</source>
            <translation>Ziehen Sie die Zeitleiste zu einem Moment und tun Sie dort, was Sie getan hätten: Ein Zweig wird angeboten.</translation>
        </message>
        <message>
            <source>Dice moved the cards of this round; there is no rule to play it by.</source>
            <translation>In dieser Runde haben Würfel die Karten bewegt; es gibt keine Regel, nach der sie sich spielen ließe.</translation>
        </message>
        <message>
            <source>Every rule</source>
            <translation>Alle Regeln</translation>
        </message>
        <message>
            <source>This work has been played so already.</source>
            <translation>Diese Arbeit wurde so schon gespielt.</translation>
        </message>
        <message>
            <source>played by the rule</source>
            <translation>nach der Regel gespielt</translation>
        </message>
        <message>
            <source>What shall the round be called?</source>
            <translation>Wie soll die Runde heißen?</translation>
        </message>
        <message>
            <source>The round of that step was not played. Back leads to it.</source>
            <translation>Die Runde dazu wurde nicht gespielt. „Zurück“ führt zu ihr.</translation>
        </message>
        <message>
            <source>{0} is past. Play the run again from there with “{1}”, on the same random numbers?</source>
            <translation>{0} ist vorbei. Den Lauf von da an mit „{1}“ noch einmal spielen, mit denselben Zufallszahlen?</translation>
        </message>
        <message>
            <source>Branch here</source>
            <translation>Hier abzweigen</translation>
        </message>
        <message>
            <source>Earlier run</source>
            <translation>Früherer Lauf</translation>
        </message>
        <message>
            <source>This is the branch; the run as it was stays as dashed lines. Undo brings it back.</source>
            <translation>Das ist der Zweig; der bisherige Lauf bleibt gestrichelt sichtbar. Rückgängig bringt ihn zurück.</translation>
        </message>
        <message>
            <source>Why does it differ?</source>
            <translation>Warum weicht er ab?</translation>
        </message>
        <message>
            <source>Pin a run first (P), or branch: then there are two to compare.</source>
            <translation>Zuerst einen Lauf anheften (P) oder abzweigen: Dann gibt es zwei zum Vergleichen.</translation>
        </message>
        <message>
            <source>Nothing to compare yet: both runs must have finished something.</source>
            <translation>Noch nichts zu vergleichen: In beiden Läufen muss etwas fertig sein.</translation>
        </message>
        <message>
            <source>Branch</source>
            <translation>Zweig</translation>
        </message>
        <message>
            <source>workshop</source>
            <translation>Workshop</translation>
        </message>
        <message>
            <source>Report to take home</source>
            <translation>Bericht zum Mitnehmen</translation>
        </message>
        <message>
            <source>No exercise is open: choose one with Guided on the first page.</source>
            <translation>Keine Übung ist offen: Wählen Sie eine mit „Geführt“ auf der ersten Seite.</translation>
        </message>
        <message>
            <source>sheet</source>
            <translation>Blatt</translation>
        </message>
        <message>
            <source>Sheet for whoever leads</source>
            <translation>Blatt für die Leitung</translation>
        </message>
        <message>
            <source>Exercise</source>
            <translation>Übung</translation>
        </message>
        <message>
            <source>Saved as {0}; open it to try it.</source>
            <translation>Gespeichert als {0}; zum Ausprobieren öffnen.</translation>
        </message>
        <message>
            <source>There is no round to export yet.</source>
            <translation>Es gibt noch keine Runde zum Exportieren.</translation>
        </message>
        <message>
            <source>Rounds</source>
            <translation>Runden</translation>
        </message>
        <message>
            <source>People</source>
            <translation>Leute</translation>
        </message>
        <message>
            <source>Limits together</source>
            <translation>Gemeinsame Limits</translation>
        </message>
        <message>
            <source>Rules</source>
            <translation>Regeln</translation>
        </message>
        <message>
            <source>Classes of service</source>
            <translation>Serviceklassen</translation>
        </message>
        <message>
            <source>Families</source>
            <translation>Familien</translation>
        </message>
        <message>
            <source>Whether this person is here. Who leaves finishes the card at hand first.</source>
            <translation>Ob diese Person da ist. Wer geht, macht vorher die Karte in Arbeit fertig.</translation>
        </message>
        <message>
            <source>here</source>
            <translation>hier</translation>
        </message>
        <message>
            <source>away</source>
            <translation>weg</translation>
        </message>
        <message>
            <source>Name of {0}</source>
            <translation>Name von {0}</translation>
        </message>
        <message>
            <source>What people call this person.</source>
            <translation>Wie diese Person heißt.</translation>
        </message>
        <message>
            <source>Take this person off the board for good.</source>
            <translation>Diese Person endgültig vom Board nehmen.</translation>
        </message>
        <message>
            <source>Remove {0}</source>
            <translation>{0} entfernen</translation>
        </message>
        <message>
            <source>With named people the columns have no workers of their own; who can do what is set in each column.</source>
            <translation>Wenn Leute Namen haben, haben Spalten keine eigenen Leute; wer was kann, wird in jeder Spalte eingestellt.</translation>
        </message>
        <message>
            <source>Add a person</source>
            <translation>Person hinzufügen</translation>
        </message>
        <message>
            <source>Somebody</source>
            <translation>Jemand</translation>
        </message>
        <message>
            <source>Limit of {0}</source>
            <translation>Limit: {0}</translation>
        </message>
        <message>
            <source>The most cards that may be in these columns together.</source>
            <translation>So viele Karten dürfen höchstens zusammen in diesen Spalten sein.</translation>
        </message>
        <message>
            <source>These columns have no limit together any more.</source>
            <translation>Diese Spalten haben dann kein gemeinsames Limit mehr.</translation>
        </message>
        <message>
            <source>Remove this limit</source>
            <translation>Dieses Limit entfernen</translation>
        </message>
        <message>
            <source>Whole board</source>
            <translation>Ganzes Board</translation>
        </message>
        <message>
            <source>Share of family {0}</source>
            <translation>Anteil der Familie {0}</translation>
        </message>
        <message>
            <source>How many of the cards belong to it, in proportion to the other shares.</source>
            <translation>Wie viele der Karten zu ihr gehören, im Verhältnis zu den anderen Anteilen.</translation>
        </message>
        <message>
            <source>Remove this family from the board.</source>
            <translation>Diese Familie vom Board entfernen.</translation>
        </message>
        <message>
            <source>Remove family {0}</source>
            <translation>Familie {0} entfernen</translation>
        </message>
        <message>
            <source>Cards of one family need no set-up between them.</source>
            <translation>Zwischen Karten einer Familie muss nicht gerüstet werden.</translation>
        </message>
        <message>
            <source>Add a family</source>
            <translation>Familie hinzufügen</translation>
        </message>
        <message>
            <source>Cards of another class may go first, be let in over limits, or cost more when they wait.</source>
            <translation>Karten einer anderen Klasse können Vorrang haben, über Limits hinaus hereinkommen oder beim Warten mehr kosten.</translation>
        </message>
        <message>
            <source>Add a class</source>
            <translation>Klasse hinzufügen</translation>
        </message>
        <message>
            <source>New class</source>
            <translation>Neue Klasse</translation>
        </message>
        <message>
            <source>Cards move</source>
            <translation>Karten bewegen sich</translation>
        </message>
        <message>
            <source>Whether a card goes on the instant there is room, or people drag every card.</source>
            <translation>Ob eine Karte weiterrückt, sobald Platz ist, oder ob Leute jede Karte ziehen.</translation>
        </message>
        <message>
            <source>by themselves</source>
            <translation>von selbst</translation>
        </message>
        <message>
            <source>by hand</source>
            <translation>von Hand</translation>
        </message>
        <message>
            <source>Next column full: person</source>
            <translation>Nächste Spalte voll: Person</translation>
        </message>
        <message>
            <source>Whether somebody who is done, but cannot hand the card on, is free for another one.</source>
            <translation>Ob jemand, der fertig ist, die Karte aber nicht weitergeben kann, frei für eine andere ist.</translation>
        </message>
        <message>
            <source>is free</source>
            <translation>ist frei</translation>
        </message>
        <message>
            <source>waits</source>
            <translation>wartet</translation>
        </message>
        <message>
            <source>People serve first</source>
            <translation>Leute nehmen zuerst</translation>
        </message>
        <message>
            <source>From which column a free person who can work in several takes the next card.</source>
            <translation>Aus welcher Spalte eine freie Person, die in mehreren arbeiten kann, die nächste Karte nimmt.</translation>
        </message>
        <message>
            <source>right-most card</source>
            <translation>Karte ganz rechts</translation>
        </message>
        <message>
            <source>longest queue</source>
            <translation>längste Warteschlange</translation>
        </message>
        <message>
            <source>Replenish</source>
            <translation>Nachschubtakt</translation>
        </message>
        <message>
            <source>Cards start only every so often; empty: at any time.</source>
            <translation>Karten werden nur in festen Abständen begonnen; leer: jederzeit.</translation>
        </message>
        <message>
            <source>Deliver</source>
            <translation>Auslieferungstakt</translation>
        </message>
        <message>
            <source>Cards are delivered only every so often; empty: at any time.</source>
            <translation>Karten werden nur in festen Abständen ausgeliefert; leer: jederzeit.</translation>
        </message>
        <message>
            <source>at any time</source>
            <translation>jederzeit</translation>
        </message>
        <message>
            <source>Switching costs</source>
            <translation>Wechselkosten</translation>
        </message>
        <message>
            <source>How much longer work takes for every card more than there are people; 0 % is no cost.</source>
            <translation>Um wie viel länger Arbeit mit jeder Karte dauert, die es mehr gibt als Leute; 0 %: keine Kosten.</translation>
        </message>
        <message>
            <source>By class</source>
            <translation>Je Klasse</translation>
        </message>
        <message>
            <source>{0}: limit</source>
            <translation>{0}: Limit</translation>
        </message>
        <message>
            <source>The most cards of this class that may be here at once; the WIP limit holds besides.</source>
            <translation>So viele Karten dieser Klasse dürfen höchstens gleichzeitig hier sein; das WIP-Limit gilt außerdem.</translation>
        </message>
        <message>
            <source>{0}: pass by</source>
            <translation>{0}: überspringen</translation>
        </message>
        <message>
            <source>How many cards of this class pass this column by.</source>
            <translation>Wie viele Karten dieser Klasse diese Spalte überspringen.</translation>
        </message>
        <message>
            <source>{0}: work</source>
            <translation>{0}: Arbeit</translation>
        </message>
        <message>
            <source>Whether cards of this class bring work of their own here.</source>
            <translation>Ob Karten dieser Klasse hier eigene Arbeit mitbringen.</translation>
        </message>
        <message>
            <source>as above</source>
            <translation>wie oben</translation>
        </message>
        <message>
            <source>its own</source>
            <translation>eigene</translation>
        </message>
        <message>
            <source>Work on a card of {0}</source>
            <translation>Arbeit je Karte: {0}</translation>
        </message>
        <message>
            <source>How long somebody works on a card of this class here.</source>
            <translation>Wie lange jemand hier an einer Karte dieser Klasse arbeitet.</translation>
        </message>
        <message>
            <source>{0} by {1} people</source>
            <translation>{0} ({1} Leute)</translation>
        </message>
        <message>
            <source>{0} » not done: {1}</source>
            <translation>{0} » nicht getan: {1}</translation>
        </message>
        <message>
            <source>What people call this class of service.</source>
            <translation>Wie diese Serviceklasse heißt.</translation>
        </message>
        <message>
            <source>{0}: target</source>
            <translation>{0}: Ziel</translation>
        </message>
        <message>
            <source>Within what lead time cards of this class are promised; marked in the charts.</source>
            <translation>Innerhalb welcher Durchlaufzeit Karten dieser Klasse zugesagt sind; in den Diagrammen markiert.</translation>
        </message>
        <message>
            <source>Target</source>
            <translation>Ziel</translation>
        </message>
        <message>
            <source>{0} costs</source>
            <translation>{0}: Kosten</translation>
        </message>
        <message>
            <source>What every unfinished card of this class costs while it waits: cost of delay.</source>
            <translation>Was jede unfertige Karte dieser Klasse kostet, solange sie wartet: Verzögerungskosten.</translation>
        </message>
        <message>
            <source>Cost</source>
            <translation>Kosten</translation>
        </message>
        <message>
            <source>Remove class {0}</source>
            <translation>Klasse {0} entfernen</translation>
        </message>
        <message>
            <source>Remove this class from the board.</source>
            <translation>Diese Klasse vom Board entfernen.</translation>
        </message>
        <message>
            <source>Colour of {0}</source>
            <translation>Farbe von {0}</translation>
        </message>
        <message>
            <source>The stripe on its cards.</source>
            <translation>Der Streifen auf ihren Karten.</translation>
        </message>
        <message>
            <source>Colour</source>
            <translation>Farbe</translation>
        </message>
        <message>
            <source>Share of {0}</source>
            <translation>Anteil von {0}</translation>
        </message>
        <message>
            <source>How many of the cards are of this class, in proportion to the other shares.</source>
            <translation>Wie viele der Karten von dieser Klasse sind, im Verhältnis zu den anderen Anteilen.</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>Anteil</translation>
        </message>
        <message>
            <source>Priority of {0}</source>
            <translation>Priorität von {0}</translation>
        </message>
        <message>
            <source>Cards of a class with a higher number go first.</source>
            <translation>Karten einer Klasse mit höherer Zahl kommen zuerst dran.</translation>
        </message>
        <message>
            <source>Priority</source>
            <translation>Priorität</translation>
        </message>
        <message>
            <source>{0}: on the board at most</source>
            <translation>{0}: höchstens auf dem Board</translation>
        </message>
        <message>
            <source>The most cards of this class that may be in all columns together.</source>
            <translation>So viele Karten dieser Klasse dürfen höchstens in allen Spalten zusammen sein.</translation>
        </message>
        <message>
            <source>On the board at most</source>
            <translation>Höchstens auf dem Board</translation>
        </message>
        <message>
            <source>{0}: may exceed the limit by</source>
            <translation>{0}: darf Limit überschreiten um</translation>
        </message>
        <message>
            <source>How many cards over a limit the board lets in for this class.</source>
            <translation>Wie viele Karten dieser Klasse das Board über ein Limit hinaus hereinlässt.</translation>
        </message>
        <message>
            <source>May exceed limits by</source>
            <translation>Darf Limits überschreiten um</translation>
        </message>
        <message>
            <source>{0}: order</source>
            <translation>{0}: Reihenfolge</translation>
        </message>
        <message>
            <source>Whether a card of this class waits for somebody to be free, or takes them off another card.</source>
            <translation>Ob eine Karte dieser Klasse wartet, bis jemand frei ist, oder jemanden von einer anderen Karte abzieht.</translation>
        </message>
        <message>
            <source>first in, first out</source>
            <translation>der Reihe nach</translation>
        </message>
        <message>
            <source>at once</source>
            <translation>sofort</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>Reihenfolge</translation>
        </message>
        <message>
            <source>blue</source>
            <translation>Blau</translation>
        </message>
        <message>
            <source>red</source>
            <translation>Rot</translation>
        </message>
        <message>
            <source>green</source>
            <translation>Grün</translation>
        </message>
        <message>
            <source>violet</source>
            <translation>Violett</translation>
        </message>
        <message>
            <source>ochre</source>
            <translation>Ocker</translation>
        </message>
        <message>
            <source>pink</source>
            <translation>Rosa</translation>
        </message>
        <message>
            <source>teal</source>
            <translation>Petrol</translation>
        </message>
        <message>
            <source>grey</source>
            <translation>Grau</translation>
        </message>
        <message>
            <source>Handover</source>
            <translation>Übergabe</translation>
        </message>
        <message>
            <source>Rework and blockers</source>
            <translation>Nacharbeit und Blockaden</translation>
        </message>
        <message>
            <source>Structure</source>
            <translation>Struktur</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>What people call this column.</source>
            <translation>Wie diese Spalte heißt.</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>Art</translation>
        </message>
        <message>
            <source>work step</source>
            <translation>Arbeitsschritt</translation>
        </message>
        <message>
            <source>queue</source>
            <translation>Warteschlange</translation>
        </message>
        <message>
            <source>Whether people work on cards here, or cards only wait here for the next step.</source>
            <translation>Ob hier Leute an Karten arbeiten oder Karten nur auf den nächsten Schritt warten.</translation>
        </message>
        <message>
            <source>The most cards that may be here at once.</source>
            <translation>So viele Karten dürfen höchstens zugleich hier sein.</translation>
        </message>
        <message>
            <source>Limit counts</source>
            <translation>Limit zählt</translation>
        </message>
        <message>
            <source>Whether cards that are done here, but not pulled on, use up the limit.</source>
            <translation>Ob Karten, die hier fertig, aber noch nicht weitergezogen sind, das Limit mit belegen.</translation>
        </message>
        <message>
            <source>all cards</source>
            <translation>alle Karten</translation>
        </message>
        <message>
            <source>cards not done</source>
            <translation>nur unfertige</translation>
        </message>
        <message>
            <source>When full</source>
            <translation>Wenn voll</translation>
        </message>
        <message>
            <source>What happens when somebody puts a card here by hand and there is no room.</source>
            <translation>Was geschieht, wenn jemand von Hand eine Karte hierher legt und kein Platz ist.</translation>
        </message>
        <message>
            <source>refuse the card</source>
            <translation>ablehnen</translation>
        </message>
        <message>
            <source>allow and mark</source>
            <translation>nur markieren</translation>
        </message>
        <message>
            <source>How many people work here, one card each.</source>
            <translation>Wie viele Leute hier arbeiten, jeder an einer Karte.</translation>
        </message>
        <message>
            <source>How fast this person works here: 1 is normal, 0.5 half as fast; empty: not at all.</source>
            <translation>Wie schnell diese Person hier arbeitet: 1 ist normal, 0,5 halb so schnell; leer: gar nicht.</translation>
        </message>
        <message>
            <source>× speed</source>
            <translation>× Tempo</translation>
        </message>
        <message>
            <source>cannot</source>
            <translation>kann nicht</translation>
        </message>
        <message>
            <source>Work on a card</source>
            <translation>Arbeit je Karte</translation>
        </message>
        <message>
            <source>How long somebody works on a card here, and how that differs from card to card.</source>
            <translation>Wie lange jemand hier an einer Karte arbeitet und wie sich das von Karte zu Karte unterscheidet.</translation>
        </message>
        <message>
            <source>People on a card</source>
            <translation>Leute je Karte</translation>
        </message>
        <message>
            <source>How many people at most work on one card together. Who is free, and no card waits, joins by themselves; drag people onto a card, or away from it, to decide yourself.</source>
            <translation>Wie viele Leute höchstens gemeinsam an einer Karte arbeiten. Wer frei ist, hilft von selbst mit, wenn keine Karte wartet; um selbst zu entscheiden, ziehen Sie Leute auf eine Karte oder von ihr weg.</translation>
        </message>
        <message>
            <source>Gain</source>
            <translation>Gewinn</translation>
        </message>
        <message>
            <source>How much faster they are: with 1 two are twice as fast, with 0.5 they are 1.4 times as fast.</source>
            <translation>Wie viel schneller sie sind: Bei 1 sind zwei doppelt so schnell, bei 0,5 sind sie 1,4-mal so schnell.</translation>
        </message>
        <message>
            <source>every few cards</source>
            <translation>alle paar Karten</translation>
        </message>
        <message>
            <source>for a new family</source>
            <translation>bei neuer Familie</translation>
        </message>
        <message>
            <source>When people make ready before they work: they are busy, and it is not touch time.</source>
            <translation>Wann Leute vor der Arbeit rüsten: Sie sind dann beschäftigt, aber es zählt nicht als Arbeit an der Karte.</translation>
        </message>
        <message>
            <source>Set-up time</source>
            <translation>Rüstzeit</translation>
        </message>
        <message>
            <source>How long one set-up takes, and how that differs.</source>
            <translation>Wie lange einmal Rüsten dauert und wie sich das unterscheidet.</translation>
        </message>
        <message>
            <source>Cards per set-up</source>
            <translation>Bearbeitungslos</translation>
        </message>
        <message>
            <source>The process batch: how many cards are started before people set up again.</source>
            <translation>Wie viele Karten begonnen werden, bevor wieder gerüstet wird.</translation>
        </message>
        <message>
            <source>The transfer batch: how many cards leave this column at once.</source>
            <translation>Das Transportlos: wie viele Karten diese Spalte auf einmal verlassen.</translation>
        </message>
        <message>
            <source>Batch waits at most</source>
            <translation>Los wartet höchstens</translation>
        </message>
        <message>
            <source>After how long a batch leaves although it is not full.</source>
            <translation>Nach welcher Zeit ein Los weitergeht, obwohl es nicht voll ist.</translation>
        </message>
        <message>
            <source>until it is full</source>
            <translation>bis es voll ist</translation>
        </message>
        <message>
            <source>Handover time</source>
            <translation>Übergabezeit</translation>
        </message>
        <message>
            <source>How long a card is on its way into this column; it uses up its place here meanwhile.</source>
            <translation>Wie lange eine Karte in diese Spalte unterwegs ist; ihren Platz hier belegt sie so lange schon.</translation>
        </message>
        <message>
            <source>Passed by</source>
            <translation>Übersprungen</translation>
        </message>
        <message>
            <source>How many cards do not need this column, and go on to the next one.</source>
            <translation>Wie viele Karten diese Spalte nicht brauchen und zur nächsten weitergehen.</translation>
        </message>
        <message>
            <source>How often the work on a card here turns out to be wrong and is done again.</source>
            <translation>Wie oft sich die Arbeit an einer Karte hier als falsch erweist und noch einmal getan wird.</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>Wo</translation>
        </message>
        <message>
            <source>here and there</source>
            <translation>hier und dort</translation>
        </message>
        <message>
            <source>Where it is done again: here, from an earlier column on, or now here and now there.</source>
            <translation>Wo sie noch einmal getan wird: hier, ab einer früheren Spalte oder mal hier, mal dort.</translation>
        </message>
        <message>
            <source>Again from {0}</source>
            <translation>Nacharbeit ab {0}</translation>
        </message>
        <message>
            <source>How many of these cards are done again from there on, in proportion to the other shares.</source>
            <translation>Bei wie vielen dieser Karten die Arbeit von dort an wiederholt wird, im Verhältnis zu den anderen Anteilen.</translation>
        </message>
        <message>
            <source>Blocked cards</source>
            <translation>Blockierte Karten</translation>
        </message>
        <message>
            <source>How often something outside stops the work on a card here, once a visit.</source>
            <translation>Wie oft etwas von außen die Arbeit an einer Karte hier aufhält, einmal je Besuch.</translation>
        </message>
        <message>
            <source>Again and again</source>
            <translation>Blockaderate</translation>
        </message>
        <message>
            <source>How many blockers there are in one unit of time of work; instead of a share of the cards.</source>
            <translation>Wie viele Blockaden es je Zeiteinheit Arbeit gibt; anstelle eines Anteils der Karten.</translation>
        </message>
        <message>
            <source>Blocked for</source>
            <translation>Blockadedauer</translation>
        </message>
        <message>
            <source>How long that takes.</source>
            <translation>Wie lange das dauert.</translation>
        </message>
        <message>
            <source>Meanwhile</source>
            <translation>Währenddessen</translation>
        </message>
        <message>
            <source>Whether the person waits with the blocked card, or takes another one.</source>
            <translation>Ob die Person bei der blockierten Karte wartet oder eine andere nimmt.</translation>
        </message>
        <message>
            <source>the person waits</source>
            <translation>Person wartet</translation>
        </message>
        <message>
            <source>takes another</source>
            <translation>nimmt eine andere</translation>
        </message>
        <message numerus="yes">
            <source>{0} cards now</source>
            <comment>{0} card now</comment>
            <translation>
                <numerusform>jetzt {0} Karte</numerusform>
                <numerusform>jetzt {0} Karten</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>n = {0} finished cards, {1} not finished</source>
            <comment>n = {0} finished card, {1} not finished</comment>
            <translation>
                <numerusform>n = {0} fertige Karte, {1} unfertig</numerusform>
                <numerusform>n = {0} fertige Karten, {1} unfertig</numerusform>
            </translation>
        </message>
        <message>
            <source>When this change is made for the first time.</source>
            <translation>Wann diese Änderung zum ersten Mal geschieht.</translation>
        </message>
        <message>
            <source>{0}: again every</source>
            <translation>{0}: wieder alle</translation>
        </message>
        <message>
            <source>After how long it is made again, and again; empty: it is made once.</source>
            <translation>In welchen Abständen sie sich wiederholt; leer: Sie geschieht einmal.</translation>
        </message>
        <message>
            <source>once</source>
            <translation>einmal</translation>
        </message>
        <message>
            <source>Again every</source>
            <translation>Wieder alle</translation>
        </message>
        <message>
            <source>{0}: until</source>
            <translation>{0}: bis</translation>
        </message>
        <message>
            <source>When it is made for the last time; empty: as long as the run goes.</source>
            <translation>Wann sie zum letzten Mal geschieht; leer: solange der Lauf geht.</translation>
        </message>
        <message>
            <source>no end</source>
            <translation>kein Ende</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>Bis</translation>
        </message>
        <message>
            <source>This change is not made any more.</source>
            <translation>Diese Änderung geschieht dann nicht mehr.</translation>
        </message>
        <message>
            <source>Take out of the plan</source>
            <translation>Aus dem Plan nehmen</translation>
        </message>
        <message>
            <source>Name and text</source>
            <translation>Name und Text</translation>
        </message>
        <message>
            <source>Time and randomness</source>
            <translation>Zeit und Zufall</translation>
        </message>
        <message>
            <source>Name of the board</source>
            <translation>Name des Boards</translation>
        </message>
        <message>
            <source>What this board is called.</source>
            <translation>Wie dieses Board heißt.</translation>
        </message>
        <message>
            <source>name of the board</source>
            <translation>Name des Boards</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Text</translation>
        </message>
        <message>
            <source>What the room reads beside the board; Markdown: # heading, **bold**, - list.</source>
            <translation>Was der Raum neben dem Board liest; Markdown: # Überschrift, **fett**, - Liste.</translation>
        </message>
        <message>
            <source>What is this board about? What shall people try?</source>
            <translation>Worum geht es bei diesem Board? Was soll man ausprobieren?</translation>
        </message>
        <message>
            <source>text beside the board</source>
            <translation>Text neben dem Board</translation>
        </message>
        <message>
            <source>Time unit</source>
            <translation>Zeiteinheit</translation>
        </message>
        <message>
            <source>What one unit of time is called; the numbers stay as they are.</source>
            <translation>Wie eine Zeiteinheit heißt; die Zahlen bleiben, wie sie sind.</translation>
        </message>
        <message>
            <source>time unit</source>
            <translation>Zeiteinheit</translation>
        </message>
        <message>
            <source>The run ends at</source>
            <translation>Ende des Laufs</translation>
        </message>
        <message>
            <source>When the run stops by itself; empty: it goes on until somebody stops it.</source>
            <translation>Wann der Lauf von selbst anhält; leer: Er geht weiter, bis jemand ihn anhält.</translation>
        </message>
        <message>
            <source>end of the run</source>
            <translation>Ende des Laufs</translation>
        </message>
        <message>
            <source>Figures are taken after this time, when the empty board of the beginning is forgotten.</source>
            <translation>Gemessen wird erst nach dieser Zeit, wenn das leere Board des Anfangs keine Rolle mehr spielt.</translation>
        </message>
        <message>
            <source>warm-up</source>
            <translation>Einschwingzeit</translation>
        </message>
        <message>
            <source>The same seed brings the same cards, the same work and the same luck.</source>
            <translation>Dieselbe Startzahl bringt dieselben Karten, dieselbe Arbeit und denselben Zufall.</translation>
        </message>
        <message>
            <source>seed</source>
            <translation>Startzahl</translation>
        </message>
        <message>
            <source>Monday to Friday</source>
            <translation>Montag bis Freitag</translation>
        </message>
        <message>
            <source>Monday to Saturday</source>
            <translation>Montag bis Samstag</translation>
        </message>
        <message>
            <source>Mon</source>
            <translation>Mo</translation>
        </message>
        <message>
            <source>Tue</source>
            <translation>Di</translation>
        </message>
        <message>
            <source>Wed</source>
            <translation>Mi</translation>
        </message>
        <message>
            <source>Thu</source>
            <translation>Do</translation>
        </message>
        <message>
            <source>Fri</source>
            <translation>Fr</translation>
        </message>
        <message>
            <source>Sat</source>
            <translation>Sa</translation>
        </message>
        <message>
            <source>Sun</source>
            <translation>So</translation>
        </message>
        <message>
            <source>Dates begin on</source>
            <translation>Startdatum</translation>
        </message>
        <message>
            <source>The date of time 0: the board's time is working time, and dates stand on axes and forecasts.</source>
            <translation>Das Datum zur Zeit 0: Die Zeit des Boards ist Arbeitszeit, und an Achsen und Prognosen steht das Datum.</translation>
        </message>
        <message>
            <source>Working days</source>
            <translation>Arbeitstage</translation>
        </message>
        <message>
            <source>On which days of the week people work; a file may say it for each day, and for holidays.</source>
            <translation>An welchen Wochentagen gearbeitet wird; eine Datei kann es für jeden Tag und für Feiertage angeben.</translation>
        </message>
        <message>
            <source>Hours in a working day</source>
            <translation>Stunden je Arbeitstag</translation>
        </message>
        <message>
            <source>How many hours a working day has.</source>
            <translation>Wie viele Stunden ein Arbeitstag hat.</translation>
        </message>
        <message>
            <source>calendar</source>
            <translation>Kalender</translation>
        </message>
        <message>
            <source>Pattern</source>
            <translation>Muster</translation>
        </message>
        <message>
            <source>at random</source>
            <translation>zufällig</translation>
        </message>
        <message>
            <source>with a gap</source>
            <translation>mit Abstand</translation>
        </message>
        <message>
            <source>all at once</source>
            <translation>alle auf einmal</translation>
        </message>
        <message>
            <source>by period</source>
            <translation>nach Zeiträumen</translation>
        </message>
        <message>
            <source>as listed</source>
            <translation>nach Liste</translation>
        </message>
        <message>
            <source>How work arrives in the backlog.</source>
            <translation>Wie Arbeit im Backlog ankommt.</translation>
        </message>
        <message>
            <source>On average</source>
            <translation>Durchschnitt</translation>
        </message>
        <message>
            <source>How many arrivals there are in one unit of time, on average.</source>
            <translation>Wie viele Zugänge es je Zeiteinheit gibt, im Durchschnitt.</translation>
        </message>
        <message>
            <source>Gap between arrivals</source>
            <translation>Abstand der Zugänge</translation>
        </message>
        <message>
            <source>How long it is from one arrival to the next.</source>
            <translation>Wie viel Zeit von einem Zugang zum nächsten vergeht.</translation>
        </message>
        <message>
            <source>How many arrivals there are at the beginning; nothing comes later.</source>
            <translation>Wie viele Zugänge es am Anfang gibt; später kommt nichts mehr.</translation>
        </message>
        <message>
            <source>Room in the backlog</source>
            <translation>Platz im Backlog</translation>
        </message>
        <message>
            <source>How many cards may wait in the backlog; what arrives beyond that is turned away.</source>
            <translation>Wie viele Karten im Backlog warten dürfen; was darüber hinaus ankommt, wird abgewiesen.</translation>
        </message>
        <message>
            <source>any number</source>
            <translation>beliebig viele</translation>
        </message>
        <message>
            <source>Every card with its arrival, class, family, title and work, one a line.</source>
            <translation>Jede Karte mit Ankunft, Klasse, Familie, Titel und Arbeit, eine je Zeile.</translation>
        </message>
        <message>
            <source>Edit the list of cards …</source>
            <translation>Kartenliste bearbeiten …</translation>
        </message>
        <message>
            <source>Periods</source>
            <translation>Zeiträume</translation>
        </message>
        <message>
            <source>How long each lasts, and how many arrive in a unit of time: 5: 2, 2: 0 is a week with its weekend.</source>
            <translation>Wie lange jeder dauert und wie viele je Zeiteinheit ankommen: 5: 2, 2: 0 ist eine Woche mit Wochenende.</translation>
        </message>
        <message>
            <source>After the last period</source>
            <translation>Nach dem letzten Zeitraum</translation>
        </message>
        <message>
            <source>Whether the periods begin again after the last one, or its rate goes on.</source>
            <translation>Ob die Zeiträume nach dem letzten von vorn beginnen oder seine Rate weitergilt.</translation>
        </message>
        <message>
            <source>begin again</source>
            <translation>von vorn beginnen</translation>
        </message>
        <message>
            <source>its rate goes on</source>
            <translation>seine Rate gilt weiter</translation>
        </message>
        <message>
            <source>Size of an arrival</source>
            <translation>Größe eines Zugangs</translation>
        </message>
        <message>
            <source>Whether each arrival brings as many cards, or now more and now fewer.</source>
            <translation>Ob jeder Zugang gleich viele Karten bringt oder mal mehr, mal weniger.</translation>
        </message>
        <message>
            <source>it varies</source>
            <translation>schwankt</translation>
        </message>
        <message>
            <source>Cards per arrival</source>
            <translation>Karten je Zugang</translation>
        </message>
        <message>
            <source>How many cards each arrival brings at once.</source>
            <translation>Wie viele Karten jeder Zugang auf einmal bringt.</translation>
        </message>
        <message>
            <source>Cards in an arrival</source>
            <translation>Karten im Zugang</translation>
        </message>
        <message>
            <source>How many cards an arrival brings; each number is rounded, and one comes at least.</source>
            <translation>Wie viele Karten ein Zugang bringt; jede Zahl wird gerundet, und mindestens eine kommt.</translation>
        </message>
        <message>
            <source>Card {0}</source>
            <translation>Karte {0}</translation>
        </message>
        <message>
            <source>Work takes (1 + {0} × max(0, started cards / people − 1)) times as long.</source>
            <translation>Arbeit dauert (1 + {0} × max(0, begonnene Karten / Leute − 1))-mal so lange.</translation>
        </message>
        <message>
            <source>{0}: busy {1} %, setting up or held up {2} %, free {3} %</source>
            <translation>{0}: beschäftigt {1} %, Rüsten oder aufgehalten {2} %, frei {3} %</translation>
        </message>
        <message>
            <source>A queue: cards wait here, nobody works on them.</source>
            <translation>Eine Warteschlange: Hier warten Karten, niemand arbeitet an ihnen.</translation>
        </message>
        <message>
            <source>Nobody works here: whatever comes stays.</source>
            <translation>Hier arbeitet niemand: Was kommt, bleibt.</translation>
        </message>
        <message>
            <source>Load {0} % of its people, if they did nothing else.</source>
            <translation>Die Leute wären zu {0} % ausgelastet, wenn sie sonst nichts täten.</translation>
        </message>
        <message>
            <source>Load {0} %.</source>
            <translation>Auslastung {0} %.</translation>
        </message>
        <message>
            <source>Capacity: a card every {0}.</source>
            <translation>Kapazität: eine Karte je {0}.</translation>
        </message>
        <message>
            <source>The smallest batch per set-up that keeps up is {0}.</source>
            <translation>Das kleinste Bearbeitungslos, das mithält, ist {0}.</translation>
        </message>
        <message>
            <source>The backlog will grow without end.</source>
            <translation>Das Backlog wächst ohne Ende.</translation>
        </message>
        <message>
            <source>Taken off the board, unfinished.</source>
            <translation>Unfertig vom Board genommen.</translation>
        </message>
        <message>
            <source>Finished on {0}.</source>
            <translation>Fertig seit {0}.</translation>
        </message>
        <message>
            <source>Cycle time: {0}.</source>
            <translation>Zykluszeit: {0}.</translation>
        </message>
        <message>
            <source>Lead time: {0}.</source>
            <translation>Durchlaufzeit: {0}.</translation>
        </message>
        <message>
            <source>Worked on by {0}.</source>
            <translation>In Arbeit bei: {0}.</translation>
        </message>
        <message>
            <source>Age: {0} since it started.</source>
            <translation>Alter: {0} seit dem Beginn.</translation>
        </message>
        <message>
            <source>Arrived {0} ago.</source>
            <translation>Seit der Ankunft: {0}.</translation>
        </message>
        <message>
            <source>Just arrived.</source>
            <translation>Gerade angekommen.</translation>
        </message>
        <message numerus="yes">
            <source>Done again {0} times.</source>
            <comment>Done again once.</comment>
            <translation>
                <numerusform>Einmal nachgearbeitet.</numerusform>
                <numerusform>{0}-mal nachgearbeitet.</numerusform>
            </translation>
        </message>
        <message>
            <source>Family: {0}.</source>
            <translation>Familie: {0}.</translation>
        </message>
        <message>
            <source>back to where it was</source>
            <translation>zurück an die alte Stelle</translation>
        </message>
        <message>
            <source>{0}; the run begins again</source>
            <translation>{0}; der Lauf beginnt neu</translation>
        </message>
        <message>
            <source>{0}; left out, because the board did not allow it then</source>
            <translation>{0}; ausgelassen, weil das Board es da nicht zuließ</translation>
        </message>
        <message>
            <source>a moment ago</source>
            <translation>vor einem Augenblick</translation>
        </message>
        <message numerus="yes">
            <source>{0} minutes ago</source>
            <comment>{0} minute ago</comment>
            <translation>
                <numerusform>vor {0} Minute</numerusform>
                <numerusform>vor {0} Minuten</numerusform>
            </translation>
        </message>
        <message>
            <source>on {0}</source>
            <translation>am {0}</translation>
        </message>
        <message>
            <source>Its name: when it arrived, counted from 1</source>
            <translation>Ihr Name: als wievielte sie ankam, ab 1 gezählt</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Titel</translation>
        </message>
        <message>
            <source>What people have written on the card</source>
            <translation>Was Leute auf die Karte geschrieben haben</translation>
        </message>
        <message>
            <source>The class of service: who goes first, and what may be done for it</source>
            <translation>Die Serviceklasse: wer zuerst drankommt und was man für sie tun darf</translation>
        </message>
        <message>
            <source>The backlog, or the column it is in; sorts in the order of the board</source>
            <translation>Das Backlog oder die Spalte, in der sie ist; sortiert in der Reihenfolge des Boards</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>What is being done about it, or what it waits for</source>
            <translation>Was mit ihr gerade geschieht oder worauf sie wartet</translation>
        </message>
        <message>
            <source>Age, {0}</source>
            <translation>Alter, {0}</translation>
        </message>
        <message>
            <source>Time since it came to its first column; before that, since it arrived</source>
            <translation>Zeit seit dem Eintritt in die erste Spalte; davor seit der Ankunft</translation>
        </message>
        <message>
            <source>Here, {0}</source>
            <translation>Hier, {0}</translation>
        </message>
        <message>
            <source>Time since it came to where it is</source>
            <translation>Zeit, seit sie an ihren jetzigen Ort kam</translation>
        </message>
        <message>
            <source>Worker</source>
            <translation>Person</translation>
        </message>
        <message>
            <source>Who works on it</source>
            <translation>Wer an ihr arbeitet</translation>
        </message>
        <message>
            <source>How often work on it had to be done again</source>
            <translation>Wie oft Arbeit an ihr noch einmal getan werden musste</translation>
        </message>
        <message>
            <source>As it was at {0}</source>
            <translation>Stand: {0}</translation>
        </message>
        <message>
            <source>{0} went back to the backlog, and {1} had room and pulled it again at once.</source>
            <translation>{0} ging zurück ins Backlog, doch {1} hatte Platz und zog sie sofort wieder.</translation>
        </message>
        <message>
            <source>Busiest so far: {0}, {1} %. It is too early to call it the bottleneck.</source>
            <translation>Bisher am meisten beschäftigt: {0}, {1} %. Noch ist es zu früh, vom Engpass zu sprechen.</translation>
        </message>
        <message>
            <source>Busy {0} % of the last {1}.</source>
            <translation>{0} % der letzten {1} beschäftigt.</translation>
        </message>
        <message>
            <source>Working {0} %, held up {1} % of the last {2}.</source>
            <translation>{0} % der letzten {2} in Arbeit, {1} % aufgehalten.</translation>
        </message>
        <message>
            <source>{0} was as busy; of columns alike the last is named, because every card passes it.</source>
            <translation>{0} war ebenso beschäftigt; unter gleichen Spalten wird die letzte genannt, weil jede Karte durch sie muss.</translation>
        </message>
        <message>
            <source>No other column was above {0} %.</source>
            <translation>Keine andere Spalte lag über {0} %.</translation>
        </message>
        <message>
            <source>{0} was done and waiting for it {1} % of the time.</source>
            <translation>In {0} wartete {1} % der Zeit fertige Arbeit auf diese Spalte.</translation>
        </message>
        <message>
            <source>Working {0} % of the time here.</source>
            <translation>Arbeitet {0} % der Anwesenheit.</translation>
        </message>
        <message>
            <source>Setting up or held up {0} %.</source>
            <translation>Rüsten oder aufgehalten: {0} %.</translation>
        </message>
        <message>
            <source>The work waits for people, not for a column.</source>
            <translation>Die Arbeit wartet auf Leute, nicht auf eine Spalte.</translation>
        </message>
        <message>
            <source>{0}; and more like it</source>
            <translation>{0}; und mehr dergleichen</translation>
        </message>
        <message>
            <source>Nothing has moved since {0}. Undo, change a limit, a batch or a rule, or let people come: {1}.</source>
            <translation>Seit {0} bewegt sich nichts mehr. Rückgängig machen, ein Limit, ein Los oder eine Regel ändern oder Leute holen: {1}.</translation>
        </message>
        <message>
            <source>The round is over, at {0}.</source>
            <translation>Die Runde ist vorbei ({0}).</translation>
        </message>
        <message>
            <source>Run finished at {0}. Restart to play again.</source>
            <translation>Der Lauf ist zu Ende ({0}). Für ein neues Spiel neu starten.</translation>
        </message>
        <message>
            <source>All work is delivered, at {0}. Restart to play again.</source>
            <translation>Alle Arbeit ist geliefert ({0}). Für ein neues Spiel neu starten.</translation>
        </message>
        <message>
            <source>A Kanban board over a running, seeded simulation: drag, change a limit, see the answer.</source>
            <translation>Ein Kanban-Board über einer laufenden Simulation mit Startzahl: ziehen, ein Limit ändern, die Antwort sehen.</translation>
        </message>
        <message>
            <source>Free under the MIT licence; the font is Inter, under the SIL Open Font License.</source>
            <translation>Frei unter der MIT-Lizenz; die Schrift ist Inter, unter der SIL Open Font License.</translation>
        </message>
        <message>
            <source>Licences</source>
            <translation>Lizenzen</translation>
        </message>
        <message>
            <source>No program can open it. It is at {0}</source>
            <translation>Kein Programm kann das öffnen. Es liegt hier: {0}</translation>
        </message>
        <message>
            <source>at its end ({0})</source>
            <translation>am Ende ({0})</translation>
        </message>
        <message>
            <source>as it was pinned ({0})</source>
            <translation>beim Anheften ({0})</translation>
        </message>
        <message>
            <source>at that moment: {0} of {1} done</source>
            <translation>zum selben Zeitpunkt: {0} von {1} fertig</translation>
        </message>
        <message>
            <source>{0} min</source>
            <translation>{0} min</translation>
        </message>
        <message>
            <source>{0} h</source>
            <translation>{0} h</translation>
        </message>
        <message>
            <source>{0} d</source>
            <translation>{0} d</translation>
        </message>
        <message>
            <source>{0} wk</source>
            <translation>{0} Wo.</translation>
        </message>
        <message>
            <source>Minute {0}</source>
            <translation>Minute {0}</translation>
        </message>
        <message>
            <source>Hour {0}</source>
            <translation>Stunde {0}</translation>
        </message>
        <message>
            <source>Day {0}</source>
            <translation>Tag {0}</translation>
        </message>
        <message>
            <source>Week {0}</source>
            <translation>Woche {0}</translation>
        </message>
        <message numerus="yes">
            <source>{0} minutes / s</source>
            <comment>{0} minute / s</comment>
            <translation>
                <numerusform>{0} Minute / s</numerusform>
                <numerusform>{0} Minuten / s</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{0} hours / s</source>
            <comment>{0} hour / s</comment>
            <translation>
                <numerusform>{0} Stunde / s</numerusform>
                <numerusform>{0} Stunden / s</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{0} days / s</source>
            <comment>{0} day / s</comment>
            <translation>
                <numerusform>{0} Tag / s</numerusform>
                <numerusform>{0} Tage / s</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{0} weeks / s</source>
            <comment>{0} week / s</comment>
            <translation>
                <numerusform>{0} Woche / s</numerusform>
                <numerusform>{0} Wochen / s</numerusform>
            </translation>
        </message>
        <message>
            <source>{0} · {1}</source>
            <translation>{0} · {1}</translation>
        </message>
        <message>
            <source>{0} s left</source>
            <translation>noch {0} s</translation>
        </message>
        <message>
            <source>beginning …</source>
            <translation>beginnt …</translation>
        </message>
        <message>
            <source>all steps</source>
            <translation>alle Schritte</translation>
        </message>
        <message>
            <source>card {0}</source>
            <translation>Karte {0}</translation>
        </message>
        <message>
            <source>Picture to scan: the way into the room</source>
            <translation>QR-Code: der Weg in den Raum</translation>
        </message>
        <message>
            <source>Picture to scan: the Wi-Fi</source>
            <translation>QR-Code: das WLAN</translation>
        </message>
        <message>
            <source>Scan the picture, or go to</source>
            <translation>Scannen Sie den QR-Code, oder öffnen Sie</translation>
        </message>
        <message>
            <source>and type the code</source>
            <translation>und geben Sie den Code ein</translation>
        </message>
        <message>
            <source>First into the Wi-Fi “{0}”: this picture does it.</source>
            <translation>Zuerst ins WLAN „{0}“: mit diesem QR-Code.</translation>
        </message>
        <message numerus="yes">
            <source>{0} phones in</source>
            <comment>{0} phone in</comment>
            <translation>
                <numerusform>{0} Telefon dabei</numerusform>
                <numerusform>{0} Telefone dabei</numerusform>
            </translation>
        </message>
        <message>
            <source>{0}, {1} answered</source>
            <translation>{0}, {1} mit Antwort</translation>
        </message>
        <message>
            <source>{0} (this machine alone, to try it out)</source>
            <translation>{0} (nur dieser Rechner, zum Ausprobieren)</translation>
        </message>
        <message>
            <source>on view</source>
            <translation>sichtbar</translation>
        </message>
        <message>
            <source>hidden until revealed</source>
            <translation>verborgen bis zum Aufdecken</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>nichts</translation>
        </message>
        <message>
            <source>nothing more</source>
            <translation>nichts weiter</translation>
        </message>
        <message>
            <source>How long is the lead time on average?</source>
            <translation>Durchlaufzeit im Durchschnitt?</translation>
        </message>
        <message>
            <source>How many cards will be delivered?</source>
            <translation>Wie viele Karten werden geliefert?</translation>
        </message>
        <message>
            <source>Where will the line of delivered cards be?</source>
            <translation>Wo liegt die Linie der Lieferungen?</translation>
        </message>
        <message>
            <source>How much work in progress on average?</source>
            <translation>Laufende Arbeit im Durchschnitt?</translation>
        </message>
        <message>
            <source>What will the throughput be?</source>
            <translation>Wie hoch wird der Durchsatz sein?</translation>
        </message>
        <message>
            <source>Which column is the bottleneck?</source>
            <translation>Welche Spalte ist der Engpass?</translation>
        </message>
        <message>
            <source>Lock and roll</source>
            <translation>Festlegen und würfeln</translation>
        </message>
        <message>
            <source>Begin</source>
            <translation>Beginnen</translation>
        </message>
        <message>
            <source>Lock and run</source>
            <translation>Festlegen und starten</translation>
        </message>
        <message>
            <source>Round</source>
            <translation>Runde</translation>
        </message>
        <message>
            <source>What differs</source>
            <translation>Unterschied</translation>
        </message>
        <message>
            <source>Lead time,
average</source>
            <translation>Durchlaufzeit,
Durchschnitt</translation>
        </message>
        <message>
            <source>Cycle time,
average</source>
            <translation>Zykluszeit,
Durchschnitt</translation>
        </message>
        <message>
            <source>Delivered</source>
            <translation>Geliefert</translation>
        </message>
        <message>
            <source>Guess →
outcome</source>
            <translation>Tipp →
Ergebnis</translation>
        </message>
        <message>
            <source>every answer, such as 4 7.5 12</source>
            <translation>alle Antworten, etwa 4 7,5 12</translation>
        </message>
        <message>
            <source>how many chose each, such as {0}</source>
            <translation>wie viele jeweils dafür waren, etwa {0}</translation>
        </message>
        <message>
            <source>time and number of every point, such as 20/14 20/9</source>
            <translation>Zeit und Zahl jedes Punkts, etwa 20/14 20/9</translation>
        </message>
        <message>
            <source>the disk is slow; last saved {0} s ago</source>
            <translation>der Datenträger ist langsam; zuletzt vor {0} s gespeichert</translation>
        </message>
        <message>
            <source>The manual is missing in this installation: {0}</source>
            <translation>In dieser Installation fehlt das Handbuch: {0}</translation>
        </message>
    </context>
    <context>
        <name>BoardMessage</name>
        <message>
            <source>Allowed is {0}.</source>
            <translation>Erlaubt: {0}.</translation>
        </message>
    </context>
    <context>
        <name>BoardPage</name>
        <message>
            <source>what people did in it and the run</source>
            <translation>den Lauf mit allen Eingriffen</translation>
        </message>
        <message>
            <source>the run</source>
            <translation>den Lauf</translation>
        </message>
        <message>
            <source>The board has changed, so the run begins again. Undo brings {0} back.</source>
            <translation>Das Board hat sich geändert, also beginnt der Lauf neu. Rückgängig bringt {0} zurück.</translation>
        </message>
        <message>
            <source>{0} is pinned: it stays in every chart as a dashed line</source>
            <translation>{0} ist angeheftet und bleibt als gestrichelte Linie in jedem Diagramm</translation>
        </message>
    </context>
    <context>
        <name>BoardScene</name>
        <message>
            <source>+ {0} more</source>
            <translation>+ {0} weitere</translation>
        </message>
        <message>
            <source>doing</source>
            <translation>in Arbeit</translation>
        </message>
        <message>
            <source>done</source>
            <translation>fertig</translation>
        </message>
        <message>
            <source>waiting here</source>
            <translation>wartet hier</translation>
        </message>
    </context>
    <context>
        <name>BoardStep</name>
        <message>
            <source>A board is fitted to the history …</source>
            <translation>Ein Board wird an den Verlauf angepasst …</translation>
        </message>
        <message>
            <source>Columns of the board</source>
            <translation>Spalten des Boards</translation>
        </message>
        <message>
            <source>Column</source>
            <translation>Spalte</translation>
        </message>
        <message>
            <source>Stay</source>
            <translation>Verweildauer</translation>
        </message>
        <message>
            <source>Work</source>
            <translation>Arbeit</translation>
        </message>
        <message>
            <source>People</source>
            <translation>Leute</translation>
        </message>
        <message>
            <source>Most there</source>
            <translation>Maximal</translation>
        </message>
        <message>
            <source>Usually</source>
            <translation>Meist</translation>
        </message>
        <message>
            <source>{0} days</source>
            <translation>{0} Tage</translation>
        </message>
        <message>
            <source>up to {0}</source>
            <translation>bis zu {0}</translation>
        </message>
    </context>
    <context>
        <name>BoardView</name>
        <message>
            <source>Board</source>
            <translation>Board</translation>
        </message>
        <message>
            <source>Finished cards per time unit, over the run after its warm-up; {0} cards</source>
            <translation>Fertige Karten je Zeiteinheit, im Lauf nach der Einschwingzeit; Karten: {0}</translation>
        </message>
    </context>
    <context>
        <name>BottleneckSheet</name>
        <message>
            <source>Bottleneck: {0}</source>
            <translation>Engpass: {0}</translation>
        </message>
        <message>
            <source>No bottleneck yet</source>
            <translation>Noch kein Engpass</translation>
        </message>
        <message>
            <source>None stands out: no column has been busy for most of its time, or it is too early to tell.</source>
            <translation>Keiner fällt auf: Keine Spalte war die meiste Zeit beschäftigt, oder es ist noch zu früh.</translation>
        </message>
        <message>
            <source>Busiest: {0}</source>
            <translation>Am meisten beschäftigt: {0}</translation>
        </message>
        <message>
            <source>The board stands still</source>
            <translation>Das Board steht still</translation>
        </message>
    </context>
    <context>
        <name>Bracket</name>
        <message>
            <source>Limit of {0} together</source>
            <translation>Gemeinsames Limit: {0}</translation>
        </message>
        <message>
            <source>Cards in {0} together / the most that may be there at once. Wheel, ± or click to change.</source>
            <translation>Karten in {0} zusammen / wie viele dort höchstens zugleich sein dürfen. Ändern mit Mausrad, ± oder Klick.</translation>
        </message>
        <message>
            <source>{0} / {1} together</source>
            <translation>{0} / {1} zusammen</translation>
        </message>
    </context>
    <context>
        <name>CardCount</name>
        <message>
            <source>Cards that wait / the most that may; what comes beyond that is turned away</source>
            <translation>Wartende Karten / wie viele höchstens warten dürfen; was darüber hinaus kommt, wird abgewiesen</translation>
        </message>
        <message>
            <source>The backlog is never empty</source>
            <translation>Das Backlog ist nie leer</translation>
        </message>
    </context>
    <context>
        <name>CardGrid</name>
        <message>
            <source>Cards</source>
            <translation>Karten</translation>
        </message>
    </context>
    <context>
        <name>CardHistory</name>
        <message>
            <source>History of the card</source>
            <translation>Verlauf der Karte</translation>
        </message>
    </context>
    <context>
        <name>CardListDialog</name>
        <message>
            <source>Cards of {0}</source>
            <translation>Karten von {0}</translation>
        </message>
        <message>
            <source>Cards</source>
            <translation>Karten</translation>
        </message>
        <message>
            <source>Ctrl+V puts lines of a spreadsheet in. Cards arrive in the order of their times.</source>
            <translation>Strg+V fügt Zeilen einer Tabelle ein. Karten kommen in der Reihenfolge ihrer Zeiten an.</translation>
        </message>
        <message>
            <source>Add a card</source>
            <translation>Karte hinzufügen</translation>
        </message>
        <message>
            <source>Remove the chosen ones</source>
            <translation>Gewählte entfernen</translation>
        </message>
        <message>
            <source>at least one card</source>
            <translation>mindestens eine Karte</translation>
        </message>
        <message>
            <source>Line {0}: allowed is {1}.</source>
            <translation>Zeile {0}: Erlaubt ist {1}.</translation>
        </message>
    </context>
    <context>
        <name>CardListModel</name>
        <message>
            <source>at most 200 characters</source>
            <translation>höchstens 200 Zeichen</translation>
        </message>
        <message>
            <source>one of {0}</source>
            <translation>eines von {0}</translation>
        </message>
        <message>
            <source>a number of at least 0</source>
            <translation>eine Zahl ab 0</translation>
        </message>
        <message>
            <source>Allowed: {0}</source>
            <translation>Erlaubt: {0}</translation>
        </message>
        <message>
            <source>Arrives at ({0})</source>
            <translation>Ankunft ({0})</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Titel</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>Klasse</translation>
        </message>
        <message>
            <source>Family</source>
            <translation>Familie</translation>
        </message>
    </context>
    <context>
        <name>CardModel</name>
        <message>
            <source>Click to sort by it; Alt+↑ and Alt+↓ sort by the column you are in.</source>
            <translation>Klicken sortiert danach; Alt+↑ und Alt+↓ sortieren nach der Spalte, in der Sie sind.</translation>
        </message>
    </context>
    <context>
        <name>CardTable</name>
        <message>
            <source>Find a card</source>
            <translation>Karte suchen</translation>
        </message>
        <message>
            <source>By name, title, class, place, state or worker: “blocked test” (Ctrl+F)</source>
            <translation>Nach Name, Titel, Klasse, Ort, Status oder Person: „blockiert test“ (Strg+F)</translation>
        </message>
        <message>
            <source>Cards</source>
            <translation>Karten</translation>
        </message>
        <message>
            <source>{0} of {1}</source>
            <translation>{0} von {1}</translation>
        </message>
        <message>
            <source>No card matches</source>
            <translation>Keine Karte passt</translation>
        </message>
        <message>
            <source>No card is on the board</source>
            <translation>Keine Karte ist auf dem Board</translation>
        </message>
    </context>
    <context>
        <name>ChartHead</name>
        <message>
            <source>Follow now</source>
            <translation>Mitlaufen</translation>
        </message>
        <message>
            <source>Show the whole run again, and go on with it</source>
            <translation>Wieder den ganzen Lauf zeigen und mitlaufen</translation>
        </message>
        <message>
            <source>Read off</source>
            <translation>Ablesen</translation>
        </message>
        <message>
            <source>Drag over the chart: arrivals, departures, work in progress and cycle time (or Shift and drag)</source>
            <translation>Über das Diagramm ziehen: Zugänge, Abgänge, laufende Arbeit und Zykluszeit (oder mit Umschalt ziehen)</translation>
        </message>
        <message>
            <source>Wall</source>
            <translation>Wand</translation>
        </message>
        <message>
            <source>Show six charts at once, in place of the board (F4)</source>
            <translation>Sechs Diagramme auf einmal zeigen, anstelle des Boards (F4)</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Kopieren</translation>
        </message>
        <message>
            <source>Copy the chart as a picture (Ctrl+Shift+C)</source>
            <translation>Diagramm als Bild kopieren (Strg+Umschalt+C)</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>Export</translation>
        </message>
        <message>
            <source>Save the chart as PNG, SVG, PDF, or its data as CSV</source>
            <translation>Diagramm als PNG, SVG oder PDF speichern, oder seine Daten als CSV</translation>
        </message>
    </context>
    <context>
        <name>ChartSheet</name>
        <message>
            <source>Shared time axis: scroll to zoom, drag to pan, hover to compare a moment.</source>
            <translation>Gemeinsame Zeitachse: Mausrad zoomt, Ziehen verschiebt, Zeigen vergleicht einen Zeitpunkt.</translation>
        </message>
    </context>
    <context>
        <name>ChartTabs</name>
        <message>
            <source>More</source>
            <translation>Mehr</translation>
        </message>
        <message>
            <source>More charts</source>
            <translation>Weitere Diagramme</translation>
        </message>
    </context>
    <context>
        <name>ColumnsStep</name>
        <message>
            <source>This file says itself what is what; there is nothing to choose.</source>
            <translation>Diese Datei benennt ihre Spalten selbst; es gibt nichts zu wählen.</translation>
        </message>
        <message>
            <source>Say which columns are dates of the work: where it begins, the steps on the way, and its end.</source>
            <translation>Geben Sie an, welche Spalten Zeitpunkte der Arbeit sind: ihr Beginn, die Schritte dazwischen und ihr Ende.</translation>
        </message>
        <message>
            <source>{0} rows are not used</source>
            <translation>nicht verwendete Zeilen: {0}</translation>
        </message>
        <message>
            <source>A question about its dates is open: go back to answer it.</source>
            <translation>Eine Frage zu den Datumsangaben ist offen: Gehen Sie zurück und beantworten Sie sie.</translation>
        </message>
    </context>
    <context>
        <name>CommandPalette</name>
        <message>
            <source>Commands</source>
            <translation>Befehle</translation>
        </message>
        <message>
            <source>What would you like to do?</source>
            <translation>Was möchten Sie tun?</translation>
        </message>
        <message>
            <source>Command</source>
            <translation>Befehl</translation>
        </message>
        <message>
            <source>Commands that fit</source>
            <translation>Passende Befehle</translation>
        </message>
        <message>
            <source>Nothing fits. Try another word, or Esc.</source>
            <translation>Nichts passt. Anderes Wort versuchen oder Esc.</translation>
        </message>
    </context>
    <context>
        <name>CountQuestion</name>
        <message>
            <source>none</source>
            <translation>ohne</translation>
        </message>
        <message>
            <source>One undo takes it back everywhere.</source>
            <translation>Einmal Rückgängig nimmt es überall zurück.</translation>
        </message>
        <message>
            <source>Allowed is {0}.</source>
            <translation>Erlaubt: {0}.</translation>
        </message>
    </context>
    <context>
        <name>DateField</name>
        <message>
            <source>no dates</source>
            <translation>ohne Datum</translation>
        </message>
        <message>
            <source>a date such as 2026-01-05, or nothing</source>
            <translation>ein Datum wie 2026-01-05 oder leer</translation>
        </message>
    </context>
    <context>
        <name>DiceRow</name>
        <message>
            <source>Rolled: {0}</source>
            <translation>Gewürfelt: {0}</translation>
        </message>
    </context>
    <context>
        <name>DistributionField</name>
        <message>
            <source>Average: {0}</source>
            <translation>Durchschnitt: {0}</translation>
        </message>
        <message>
            <source>not at all</source>
            <translation>gar nicht</translation>
        </message>
        <message>
            <source>a little</source>
            <translation>wenig</translation>
        </message>
        <message>
            <source>a lot</source>
            <translation>stark</translation>
        </message>
        <message>
            <source>wildly</source>
            <translation>extrem</translation>
        </message>
        <message>
            <source>How much it varies: {0}</source>
            <translation>Wie sehr es schwankt: {0}</translation>
        </message>
        <message>
            <source>Shape of {0}</source>
            <translation>Form von {0}</translation>
        </message>
        <message>
            <source>Choose another shape, or your team's own data</source>
            <translation>Andere Form wählen oder die eigenen Daten Ihres Teams</translation>
        </message>
        <message>
            <source>On average</source>
            <translation>Durchschnitt</translation>
        </message>
        <message>
            <source>It varies</source>
            <translation>Schwankt</translation>
        </message>
        <message>
            <source>Shape: {0} …</source>
            <translation>Form: {0} …</translation>
        </message>
    </context>
    <context>
        <name>ExerciseWizard</name>
        <message>
            <source>What is it about?</source>
            <translation>Worum geht es?</translation>
        </message>
        <message>
            <source>Which rounds does it tell?</source>
            <translation>Welche Runden erzählt sie?</translation>
        </message>
        <message>
            <source>How is it led?</source>
            <translation>Wie wird sie geleitet?</translation>
        </message>
        <message>
            <source>Save …</source>
            <translation>Speichern …</translation>
        </message>
        <message>
            <source>Make an exercise from this session</source>
            <translation>Übung aus dieser Sitzung machen</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>What people learn, in one sentence</source>
            <translation>Was man lernt, in einem Satz</translation>
        </message>
        <message>
            <source>What the first step says</source>
            <translation>Was der erste Schritt sagt</translation>
        </message>
        <message>
            <source>Press Play and watch for a minute. Where do cards stand still?</source>
            <translation>Drücken Sie „Start“ und sehen Sie eine Minute zu. Wo bleiben Karten stehen?</translation>
        </message>
        <message>
            <source>Minutes for each round</source>
            <translation>Minuten je Runde</translation>
        </message>
        <message>
            <source>Questions to talk about at the end, one in each line</source>
            <translation>Fragen zum Besprechen am Ende, eine je Zeile</translation>
        </message>
        <message>
            <source>Notes for whoever leads</source>
            <translation>Notizen für die Leitung</translation>
        </message>
        <message>
            <source>Say which numbers came out, so that flowsim can check them again</source>
            <translation>Ergebnisse in Zahlen angeben, damit flowsim sie nachprüfen kann</translation>
        </message>
        <message>
            <source>Whoever opens it reads name and sentence first; do not give the answer away.</source>
            <translation>Wer die Übung öffnet, liest zuerst Name und Satz; verraten Sie die Lösung nicht.</translation>
        </message>
        <message>
            <source>No round was kept in this session, so the exercise has one: the board as it stands now. Play and keep rounds first to tell more.</source>
            <translation>In dieser Sitzung wurde keine Runde behalten, also hat die Übung nur eine: das Board, wie es jetzt ist. Um mehr zu erzählen, zuerst Runden spielen und behalten.</translation>
        </message>
        <message>
            <source>Each round becomes a step: its board and its questions as they were. Guesses stay here; what was learned goes into the notes.</source>
            <translation>Jede Runde wird zu einem Schritt: ihr Board und ihre Fragen, wie sie waren. Tipps bleiben hier; was gelernt wurde, kommt in die Notizen.</translation>
        </message>
        <message>
            <source>Name it first</source>
            <translation>Zuerst einen Namen geben</translation>
        </message>
        <message>
            <source>Choose a round</source>
            <translation>Eine Runde wählen</translation>
        </message>
        <message>
            <source>Choose {0} rounds at most</source>
            <translation>Höchstens {0} Runden wählen</translation>
        </message>
    </context>
    <context>
        <name>FigureTile</name>
        <message>
            <source>{0}, {1}</source>
            <translation>{0}, {1}</translation>
        </message>
        <message>
            <source>{0} {1}, {2}</source>
            <translation>{0} {1}, {2}</translation>
        </message>
    </context>
    <context>
        <name>FiguresSheet</name>
        <message>
            <source>Lead time, 85 %</source>
            <translation>Durchlaufzeit, 85 %</translation>
        </message>
        <message>
            <source>85 % of the finished cards took this long or less from arriving in the backlog to Done</source>
            <translation>85 % der fertigen Karten brauchten so lange oder weniger, von der Ankunft im Backlog bis Fertig</translation>
        </message>
        <message>
            <source>Cycle time, 85 %</source>
            <translation>Zykluszeit, 85 %</translation>
        </message>
        <message>
            <source>85 % of the finished cards took this long or less from entering the first column to Done</source>
            <translation>85 % der fertigen Karten brauchten so lange oder weniger, vom Eintritt in die erste Spalte bis Fertig</translation>
        </message>
        <message>
            <source>Throughput</source>
            <translation>Durchsatz</translation>
        </message>
        <message>
            <source>Finished cards per time unit, over the run after its warm-up</source>
            <translation>Fertige Karten je Zeiteinheit, im Lauf nach der Einschwingzeit</translation>
        </message>
        <message>
            <source>Work in progress</source>
            <translation>Laufende Arbeit</translation>
        </message>
        <message>
            <source>Cards started and not finished, on average over the run</source>
            <translation>Begonnene und noch nicht fertige Karten, im Durchschnitt des Laufs</translation>
        </message>
        <message>
            <source>Flow efficiency</source>
            <translation>Flusseffizienz</translation>
        </message>
        <message>
            <source>Share of the finished cards' cycle time in which somebody worked on them; the rest was waiting</source>
            <translation>Anteil der Zykluszeit fertiger Karten, in dem jemand an ihnen gearbeitet hat; der Rest war Warten</translation>
        </message>
        <message>
            <source>{0} done, {1} open</source>
            <translation>{0} fertig, {1} offen</translation>
        </message>
        <message>
            <source>{0} on average</source>
            <translation>{0} im Schnitt</translation>
        </message>
        <message>
            <source>none finished yet</source>
            <translation>noch keine fertig</translation>
        </message>
        <message>
            <source>over {0}</source>
            <translation>Zeitraum: {0}</translation>
        </message>
        <message>
            <source>on average</source>
            <translation>im Schnitt</translation>
        </message>
        <message>
            <source>the rest is waiting</source>
            <translation>Rest: Wartezeit</translation>
        </message>
        <message>
            <source>nobody had to wait</source>
            <translation>niemand musste warten</translation>
        </message>
        <message>
            <source>days do not tell</source>
            <translation>Tage sagen es nicht</translation>
        </message>
        <message>
            <source>cards / {0}</source>
            <translation>Karten / {0}</translation>
        </message>
        <message>
            <source>cards</source>
            <translation>Karten</translation>
        </message>
        <message>
            <source>In {0}; window: {1}; {2}</source>
            <translation>Einheit: {0}; Zeitraum: {1}; {2}</translation>
        </message>
        <message>
            <source>Compared with {0} {1}</source>
            <translation>Verglichen mit {0} {1}</translation>
        </message>
        <message>
            <source>as in {0}</source>
            <translation>wie in {0}</translation>
        </message>
        <message>
            <source>{1} {2} vs {0}</source>
            <translation>{1} {2} vs. {0}</translation>
        </message>
    </context>
    <context>
        <name>Gallery</name>
        <message>
            <source>What shall we play?</source>
            <translation>Was wollen wir spielen?</translation>
        </message>
        <message>
            <source>One click, and cards flow. Guided leads a room through an exercise, step by step.</source>
            <translation>Ein Klick, und Karten fließen. „Geführt“ leitet den Raum Schritt für Schritt durch eine Übung.</translation>
        </message>
        <message>
            <source>Open a file …</source>
            <translation>Datei öffnen …</translation>
        </message>
        <message>
            <source>Back to the board</source>
            <translation>Zurück zum Board</translation>
        </message>
        <message>
            <source>A board of your own:</source>
            <translation>Ein eigenes Board:</translation>
        </message>
        <message>
            <source>Recent files:</source>
            <translation>Zuletzt geöffnet:</translation>
        </message>
    </context>
    <context>
        <name>GuidePanel</name>
        <message>
            <source>Hide the guide</source>
            <translation>Begleiter ausblenden</translation>
        </message>
        <message>
            <source>Hide the guide; Workshop, Guide brings it back</source>
            <translation>Begleiter ausblenden; das Menü Workshop holt ihn zurück</translation>
        </message>
        <message>
            <source>What to do in this step</source>
            <translation>Was in diesem Schritt zu tun ist</translation>
        </message>
        <message>
            <source>How much time is there?</source>
            <translation>Wie viel Zeit haben Sie?</translation>
        </message>
        <message>
            <source>How much time there is</source>
            <translation>Verfügbare Zeit</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Zurück</translation>
        </message>
        <message>
            <source>Set up again</source>
            <translation>Neu aufbauen</translation>
        </message>
        <message>
            <source>Begin this step anew: its board and its round as the exercise has them</source>
            <translation>Diesen Schritt neu beginnen: Board und Runde wie in der Übung vorgesehen</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Weiter</translation>
        </message>
        <message>
            <source>A round of your own</source>
            <translation>Eigene Runde</translation>
        </message>
        <message>
            <source>Step {0} of {1}</source>
            <translation>Schritt {0} von {1}</translation>
        </message>
        <message>
            <source>All rounds</source>
            <translation>Alle Runden</translation>
        </message>
        <message>
            <source>Kept: {0}. Workshop (key 3) shows all rounds.</source>
            <translation>Behalten: {0}. Workshop (Taste 3) zeigt alle Runden.</translation>
        </message>
        <message>
            <source>Play it again</source>
            <translation>Noch einmal spielen</translation>
        </message>
    </context>
    <context>
        <name>HelpWindow</name>
        <message>
            <source>{0} – manual</source>
            <translation>{0} – Handbuch</translation>
        </message>
    </context>
    <context>
        <name>ImportDialog</name>
        <message>
            <source>What was read</source>
            <translation>Was gelesen wurde</translation>
        </message>
        <message>
            <source>Which column is what?</source>
            <translation>Welche Spalte ist was?</translation>
        </message>
        <message>
            <source>The board, and how well it fits</source>
            <translation>Das Board und wie gut es passt</translation>
        </message>
        <message>
            <source>Open the board</source>
            <translation>Board öffnen</translation>
        </message>
        <message>
            <source>Import a team's history</source>
            <translation>Verlauf eines Teams importieren</translation>
        </message>
        <message>
            <source>Look at what happened</source>
            <translation>Verlauf ansehen</translation>
        </message>
        <message>
            <source>Something went wrong in this program, and it could not be done. Other files are not touched.</source>
            <translation>In diesem Programm ist etwas schiefgegangen, deshalb war das nicht möglich. Andere Dateien sind unberührt.</translation>
        </message>
    </context>
    <context>
        <name>Inspector</name>
        <message>
            <source>About this board</source>
            <translation>Über dieses Board</translation>
        </message>
        <message>
            <source>Block</source>
            <translation>Blockieren</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>Verwerfen</translation>
        </message>
        <message>
            <source>Something outside stops this card, until it is unblocked (B)</source>
            <translation>Etwas von außen hält diese Karte auf, bis sie freigegeben wird (B)</translation>
        </message>
        <message>
            <source>Take this card off the board for good, unfinished (Del)</source>
            <translation>Diese Karte endgültig und unfertig vom Board nehmen (Entf)</translation>
        </message>
        <message>
            <source>{0} cards chosen</source>
            <translation>{0} Karten gewählt</translation>
        </message>
        <message>
            <source>{0}. Block and Discard act on all of them.</source>
            <translation>{0}. „Blockieren“ und „Verwerfen“ wirken auf alle.</translation>
        </message>
        <message>
            <source>Unblock</source>
            <translation>Freigeben</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>Klasse</translation>
        </message>
        <message>
            <source>The class of service: who goes first, and what may be done for it.</source>
            <translation>Die Serviceklasse: wer zuerst drankommt und was man für sie tun darf.</translation>
        </message>
    </context>
    <context>
        <name>LaboratoryExport</name>
        <message>
            <source>Copy</source>
            <translation>Kopieren</translation>
        </message>
        <message>
            <source>All results and a report, into a folder …</source>
            <translation>Alle Ergebnisse und Bericht in einen Ordner …</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>Export</translation>
        </message>
        <message>
            <source>experiment</source>
            <translation>Experiment</translation>
        </message>
        <message>
            <source>A name for the folder</source>
            <translation>Name für den Ordner</translation>
        </message>
        <message>
            <source>{0} could not be written.</source>
            <translation>{0} konnte nicht geschrieben werden.</translation>
        </message>
    </context>
    <context>
        <name>LaboratoryPage</name>
        <message>
            <source>Which limit?</source>
            <translation>Welches Limit?</translation>
        </message>
        <message>
            <source>Luck or real?</source>
            <translation>Zufall oder echt?</translation>
        </message>
        <message>
            <source>When?</source>
            <translation>Wann?</translation>
        </message>
        <message>
            <source>What was run</source>
            <translation>Bisherige Experimente</translation>
        </message>
        <message>
            <source>The experiments that are kept with this board; each can be looked at again</source>
            <translation>Die mit diesem Board gespeicherten Experimente; jedes lässt sich wieder ansehen</translation>
        </message>
        <message>
            <source>Remove all from this list</source>
            <translation>Alle aus dieser Liste entfernen</translation>
        </message>
        <message>
            <source>For the board that was fitted to it</source>
            <translation>Nur für das daran angepasste Board</translation>
        </message>
    </context>
    <context>
        <name>LaneHeader</name>
        <message>
            <source>Click to see and change this column, drag to move it, F2 to rename it</source>
            <translation>Klicken: diese Spalte ansehen und ändern; ziehen: verschieben; F2: umbenennen</translation>
        </message>
        <message>
            <source>bottleneck</source>
            <translation>Engpass</translation>
        </message>
        <message>
            <source>WIP limit of {0}</source>
            <translation>WIP-Limit von {0}</translation>
        </message>
        <message>
            <source>People in {0}</source>
            <translation>Leute in {0}</translation>
        </message>
        <message>
            <source>Busy bar of {0}</source>
            <translation>Auslastungsbalken von {0}</translation>
        </message>
        <message>
            <source>Cards in {0} / WIP limit: the most that may be here at once. Wheel, ± or click to change.</source>
            <translation>Karten in {0} / WIP-Limit: wie viele höchstens zugleich hier sein dürfen. Ändern mit Mausrad, ± oder Klick.</translation>
        </message>
        <message>
            <source>How many people work in {0}. Wheel, ± or click to change; drag one to another column.</source>
            <translation>Wie viele Leute in {0} arbeiten. Ändern mit Mausrad, ± oder Klick; eine Person in eine andere Spalte ziehen.</translation>
        </message>
        <message>
            <source>People in {0}. Drag one to another column, or press Ctrl+Shift+← →.</source>
            <translation>Leute in {0}. Eine Person in eine andere Spalte ziehen oder Strg+Umschalt+← → drücken.</translation>
        </message>
        <message>
            <source>nobody</source>
            <translation>niemand</translation>
        </message>
        <message>
            <source>Busy {0} %, set-up {1} %, blocked {2} %, free {3} % of the people's time in the last {4}</source>
            <translation>Zeit der Leute zuletzt ({4}): {0} % beschäftigt, {1} % Rüsten, {2} % blockiert, {3} % frei</translation>
        </message>
        <message>
            <source>Nobody works here</source>
            <translation>Hier arbeitet niemand</translation>
        </message>
        <message>
            <source>a name that is not taken</source>
            <translation>ein Name, der noch nicht vergeben ist</translation>
        </message>
    </context>
    <context>
        <name>LaneHeaderRow</name>
        <message>
            <source>Backlog</source>
            <translation>Backlog</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Fertig</translation>
        </message>
        <message>
            <source>Cards that arrived per time unit, over the run until now</source>
            <translation>Angekommene Karten je Zeiteinheit, im Lauf bis jetzt</translation>
        </message>
        <message>
            <source>Whole board</source>
            <translation>Ganzes Board</translation>
        </message>
    </context>
    <context>
        <name>LargeFigures</name>
        <message>
            <source>Lead time, average</source>
            <translation>Durchlaufzeit im Durchschnitt</translation>
        </message>
        <message>
            <source>Throughput</source>
            <translation>Durchsatz</translation>
        </message>
        <message>
            <source>WIP</source>
            <translation>WIP</translation>
        </message>
        <message>
            <source>Delivered</source>
            <translation>Geliefert</translation>
        </message>
        <message>
            <source>of {0}</source>
            <translation>von {0}</translation>
        </message>
    </context>
    <context>
        <name>LuckOrReal</name>
        <message>
            <source>Is a difference real, or luck? Pin a run, change a setting, and compare on the same luck.</source>
            <translation>Ist ein Unterschied echt oder Zufall? Einen Lauf anheften, eine Einstellung ändern und bei gleichem Zufall vergleichen.</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>Vergleichen</translation>
        </message>
        <message>
            <source>Runs of each</source>
            <translation>Läufe je Einstellung</translation>
        </message>
        <message>
            <source>Compare the board as it is now with</source>
            <translation>Jetziges Board vergleichen mit</translation>
        </message>
        <message>
            <source>Play both on the same luck</source>
            <translation>Beides bei gleichem Zufall spielen</translation>
        </message>
        <message>
            <source>Was this run luck?</source>
            <translation>War dieser Lauf Zufall?</translation>
        </message>
        <message>
            <source>Play 1,000 runs with the same decisions and other luck</source>
            <translation>1.000 Läufe mit gleichen Entscheidungen und anderem Zufall spielen</translation>
        </message>
        <message>
            <source>at the start</source>
            <translation>am Anfang</translation>
        </message>
        <message>
            <source>These are different boards: they differ by more than settings.</source>
            <translation>Das sind verschiedene Boards: Sie unterscheiden sich nicht nur in Einstellungen.</translation>
        </message>
        <message>
            <source>Nothing differs yet: pin a run (P), change a setting on the board, and compare here.</source>
            <translation>Noch kein Unterschied: einen Lauf anheften (P), auf dem Board eine Einstellung ändern und hier vergleichen.</translation>
        </message>
        <message>
            <source>Differs: {0}</source>
            <translation>Unterschied: {0}</translation>
        </message>
        <message>
            <source>board now</source>
            <translation>Board jetzt</translation>
        </message>
        <message>
            <source>{0} against {1}</source>
            <translation>{0} gegen {1}</translation>
        </message>
        <message>
            <source>Pin a run with other settings first: this card is then asked about with those.</source>
            <translation>Heften Sie zuerst einen Lauf mit anderen Einstellungen an: Mit diesen lässt sich dann nach der Karte fragen.</translation>
        </message>
        <message>
            <source>1. On the board (key 1) press P: the run as it is stays, as Run A.</source>
            <translation>1. Auf dem Board (Taste 1) P drücken: Der Lauf bleibt, wie er ist, als Lauf A.</translation>
        </message>
        <message>
            <source>2. Change a limit, a number of people, or whatever you like, and come back here (key 2).</source>
            <translation>2. Ein Limit, die Zahl der Leute oder etwas anderes ändern und hierher zurückkommen (Taste 2).</translation>
        </message>
        <message>
            <source>3. Compare. Both ways are played a hundred times on the same luck, and the difference is explained.</source>
            <translation>3. Vergleichen. Beides wird bei gleichem Zufall hundertmal gespielt und der Unterschied erklärt.</translation>
        </message>
        <message>
            <source>Or ask whether the run on the board was luck: it is placed among a thousand like it.</source>
            <translation>Oder fragen, ob der Lauf auf dem Board Zufall war: Er wird unter tausend gleichartigen eingeordnet.</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Board</source>
            <translation>Board</translation>
        </message>
        <message>
            <source>Experiments</source>
            <translation>Experimente</translation>
        </message>
        <message>
            <source>Workshop</source>
            <translation>Workshop</translation>
        </message>
        <message>
            <source>Learn</source>
            <translation>Lernen</translation>
        </message>
        <message>
            <source>What shall the pinned run be called?</source>
            <translation>Wie soll der angeheftete Lauf heißen?</translation>
        </message>
    </context>
    <context>
        <name>ManualBrowser</name>
        <message>
            <source>Page of the manual</source>
            <translation>Seite des Handbuchs</translation>
        </message>
    </context>
    <context>
        <name>ManualView</name>
        <message>
            <source>Ask or search</source>
            <translation>Fragen oder suchen</translation>
        </message>
        <message>
            <source>Search the manual</source>
            <translation>Das Handbuch durchsuchen</translation>
        </message>
        <message>
            <source>The page before (Alt+Left)</source>
            <translation>Die Seite davor (Alt+←)</translation>
        </message>
        <message>
            <source>The page after (Alt+Right)</source>
            <translation>Die Seite danach (Alt+→)</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Back to where you came from (Esc)</source>
            <translation>Zurück (Esc)</translation>
        </message>
        <message>
            <source>Pages of the manual</source>
            <translation>Seiten des Handbuchs</translation>
        </message>
    </context>
    <context>
        <name>NameEditor</name>
        <message>
            <source>Name of {0}</source>
            <translation>Name von {0}</translation>
        </message>
    </context>
    <context>
        <name>NotesWindow</name>
        <message>
            <source>Notes – flowsim</source>
            <translation>Notizen – flowsim</translation>
        </message>
        <message>
            <source>Notes on this step</source>
            <translation>Notizen zu diesem Schritt</translation>
        </message>
        <message>
            <source>Notes on the exercise</source>
            <translation>Notizen zur Übung</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Zurück</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Weiter</translation>
        </message>
        <message>
            <source>About the exercise</source>
            <translation>Zur Übung</translation>
        </message>
        <message>
            <source>This step</source>
            <translation>Dieser Schritt</translation>
        </message>
        <message>
            <source>No exercise is open</source>
            <translation>Keine Übung ist offen</translation>
        </message>
        <message>
            <source>Choose one with *Guided* on the first page; its notes stand here.</source>
            <translation>Wählen Sie eine mit *Geführt* auf der ersten Seite; ihre Notizen stehen dann hier.</translation>
        </message>
        <message>
            <source>No notes on this step.</source>
            <translation>Keine Notizen zu diesem Schritt.</translation>
        </message>
        <message>
            <source>Then: {0}</source>
            <translation>Danach: {0}</translation>
        </message>
    </context>
    <context>
        <name>Notice</name>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
    </context>
    <context>
        <name>NumberField</name>
        <message>
            <source>{0}, written without a separator of thousands</source>
            <translation>{0}, ohne Tausendertrennzeichen</translation>
        </message>
        <message>
            <source>a number above {0} {2}</source>
            <translation>eine Zahl über {0} {2}</translation>
        </message>
        <message>
            <source>a number of at least {0} {2}</source>
            <translation>eine Zahl ab {0} {2}</translation>
        </message>
        <message>
            <source>a number from {0} to {1} {2}</source>
            <translation>eine Zahl von {0} bis {1} {2}</translation>
        </message>
        <message>
            <source>{0}, or nothing</source>
            <translation>{0} oder leer</translation>
        </message>
    </context>
    <context>
        <name>Opening</name>
        <message>
            <source>This board is played by hand: press Play, then drag cards.</source>
            <translation>Dieses Board wird von Hand gespielt: „Start“ drücken, dann Karten ziehen.</translation>
        </message>
        <message>
            <source>C adds a column, F2 renames it, a drag moves it. Space plays when it is ready.</source>
            <translation>C fügt eine Spalte hinzu, F2 benennt sie um, Ziehen verschiebt sie. Ist alles bereit, startet die Leertaste.</translation>
        </message>
        <message>
            <source>“{0}” is kept as you left it.</source>
            <translation>„{0}“ ist noch so da, wie Sie es verlassen haben.</translation>
        </message>
        <message>
            <source>Go back to it</source>
            <translation>Dorthin zurück</translation>
        </message>
    </context>
    <context>
        <name>PeopleByHand</name>
        <message>
            <source>Choose a column first: click its head, or go there with Tab.</source>
            <translation>Wählen Sie zuerst eine Spalte: Klicken Sie auf ihren Kopf, oder gehen Sie mit Tab dorthin.</translation>
        </message>
    </context>
    <context>
        <name>PeriodsField</name>
        <message>
            <source>how long each lasts and how many arrive in a unit of time, such as 5: 2, 2: 0</source>
            <translation>je Zeitraum Dauer und Zugänge je Zeiteinheit, etwa 5: 2, 2: 0</translation>
        </message>
    </context>
    <context>
        <name>PinChips</name>
        <message>
            <source>Pinned run: rename or remove</source>
            <translation>Angehefteter Lauf: umbenennen oder entfernen</translation>
        </message>
        <message>
            <source>Rename …</source>
            <translation>Umbenennen …</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
    </context>
    <context>
        <name>Preferences</name>
        <message>
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
    </context>
    <context>
        <name>Presenter</name>
        <message>
            <source>Play</source>
            <translation>Start</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Zurück</translation>
        </message>
        <message>
            <source>Next step</source>
            <translation>Nächster Schritt</translation>
        </message>
        <message>
            <source>Board</source>
            <translation>Board</translation>
        </message>
        <message>
            <source>Both</source>
            <translation>Beides</translation>
        </message>
        <message>
            <source>Chart</source>
            <translation>Diagramm</translation>
        </message>
        <message>
            <source>End the presentation (Esc)</source>
            <translation>Vortragsansicht beenden (Esc)</translation>
        </message>
        <message>
            <source>Roll</source>
            <translation>Würfeln</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Pause</translation>
        </message>
        <message>
            <source>Reveal</source>
            <translation>Aufdecken</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>Behalten</translation>
        </message>
    </context>
    <context>
        <name>QuestionField</name>
        <message>
            <source>When</source>
            <translation>Wann</translation>
        </message>
        <message>
            <source>How many</source>
            <translation>Wie viele</translation>
        </message>
        <message>
            <source>cards</source>
            <translation>Karten</translation>
        </message>
        <message>
            <source>Click in the chart, or type when and how many.</source>
            <translation>Ins Diagramm klicken oder eintippen, wann und wie viele.</translation>
        </message>
    </context>
    <context>
        <name>ReadStep</name>
        <message>
            <source>The day comes first</source>
            <translation>Der Tag zuerst</translation>
        </message>
        <message>
            <source>The month comes first</source>
            <translation>Der Monat zuerst</translation>
        </message>
        <message>
            <source>this computer's</source>
            <translation>dieses Computers</translation>
        </message>
        <message>
            <source>Time zone of the team</source>
            <translation>Zeitzone des Teams</translation>
        </message>
        <message>
            <source>Times of day are those of</source>
            <translation>Uhrzeiten in der Zeitzone</translation>
        </message>
        <message>
            <source>their ids</source>
            <translation>IDs</translation>
        </message>
        <message>
            <source>numbers</source>
            <translation>Nummern</translation>
        </message>
        <message>
            <source>their titles</source>
            <translation>Titeln</translation>
        </message>
        <message>
            <source>Cards are called by</source>
            <translation>Karten benennen nach</translation>
        </message>
        <message>
            <source>Titles stay out of the board and of all that is saved, unless you choose them</source>
            <translation>Titel kommen weder ins Board noch in gespeicherte Dateien, es sei denn, Sie wählen sie</translation>
        </message>
        <message>
            <source>First rows of the file</source>
            <translation>Erste Zeilen der Datei</translation>
        </message>
        <message>
            <source>Rows that are not used</source>
            <translation>Nicht verwendete Zeilen</translation>
        </message>
        <message>
            <source>Save the list …</source>
            <translation>Liste speichern …</translation>
        </message>
        <message>
            <source>This is what you said of its dates. Is it right?</source>
            <translation>Das haben Sie zu den Datumsangaben angegeben. Stimmt es?</translation>
        </message>
        <message>
            <source>One question first</source>
            <translation>Zuerst eine Frage</translation>
        </message>
        <message>
            <source>This file cannot be used</source>
            <translation>Diese Datei ist nicht verwendbar</translation>
        </message>
        <message>
            <source>{0} rows are not used:</source>
            <translation>Nicht verwendete Zeilen ({0}):</translation>
        </message>
        <message>
            <source>Every row was used.</source>
            <translation>Jede Zeile wurde verwendet.</translation>
        </message>
    </context>
    <context>
        <name>Reference</name>
        <message>
            <source>Search</source>
            <translation>Suchen</translation>
        </message>
    </context>
    <context>
        <name>ResultSheet</name>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Stop, and keep what there is (Esc)</source>
            <translation>Anhalten und behalten, was da ist (Esc)</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>Export</translation>
        </message>
    </context>
    <context>
        <name>ResultsCover</name>
        <message>
            <source>Results are hidden until they are revealed.</source>
            <translation>Ergebnisse sind verborgen, bis sie aufgedeckt werden.</translation>
        </message>
    </context>
    <context>
        <name>RoomDialog</name>
        <message>
            <source>Let the room answer</source>
            <translation>Raum antworten lassen</translation>
        </message>
        <message>
            <source>People answer on their own phones, over the network in this room: no internet, no account, no app. Nothing is open until you press the button, and nothing after you close the room.</source>
            <translation>Alle antworten auf dem eigenen Telefon, über das Netz in diesem Raum: kein Internet, kein Konto, keine App. Nichts ist offen, bevor Sie den Knopf drücken, und nichts mehr, nachdem Sie den Raum geschlossen haben.</translation>
        </message>
        <message>
            <source>Address on which phones come in</source>
            <translation>Adresse für die Telefone</translation>
        </message>
        <message>
            <source>Name of the Wi-Fi</source>
            <translation>Name des WLANs</translation>
        </message>
        <message>
            <source>if people are to join it by a second picture</source>
            <translation>falls ein zweiter QR-Code ins WLAN führen soll</translation>
        </message>
        <message>
            <source>Password of the Wi-Fi</source>
            <translation>Passwort des WLANs</translation>
        </message>
        <message>
            <source>No phone gets in? Guest and conference networks often keep devices apart, and a mobile connection on the phone leads past this laptop. What helps: the hotspot of the laptop itself, with all phones in it. Until then you can type in what people say.</source>
            <translation>Kein Telefon erreicht den Raum? Gäste- und Konferenznetze trennen Geräte oft voneinander, und über mobile Daten erreicht ein Telefon diesen Laptop nicht. Was hilft: der Hotspot des Laptops selbst, mit allen Telefonen darin. Bis dahin können Sie eintippen, was die Leute sagen.</translation>
        </message>
        <message>
            <source>Several phones come from one address (a router stands between)</source>
            <translation>Mehrere Telefone kommen von einer Adresse (dazwischen steht ein Router)</translation>
        </message>
        <message>
            <source>No phone gets in?</source>
            <translation>Kein Telefon erreicht den Raum?</translation>
        </message>
        <message>
            <source>Large</source>
            <translation>Groß</translation>
        </message>
        <message>
            <source>For the whole room; Esc makes it small again</source>
            <translation>Für den ganzen Raum; Esc macht es wieder klein</translation>
        </message>
        <message>
            <source>Type answers in …</source>
            <translation>Antworten eintippen …</translation>
        </message>
        <message>
            <source>What people call out, or write on paper</source>
            <translation>Was Leute zurufen oder auf Papier schreiben</translation>
        </message>
        <message>
            <source>Ask what to try next …</source>
            <translation>Abstimmen lassen …</translation>
        </message>
        <message>
            <source>The room chooses among a few things</source>
            <translation>Der Raum wählt unter einigen Möglichkeiten, was als Nächstes kommt</translation>
        </message>
        <message>
            <source>Close the room</source>
            <translation>Raum schließen</translation>
        </message>
        <message>
            <source>End the vote</source>
            <translation>Abstimmung beenden</translation>
        </message>
        <message>
            <source>This machine is in no network: start its hotspot, or join a Wi-Fi.</source>
            <translation>Dieser Rechner ist in keinem Netz: Starten Sie seinen Hotspot, oder treten Sie einem WLAN bei.</translation>
        </message>
        <message>
            <source>Close, and lose the answers?</source>
            <translation>Schließen und Antworten verlieren?</translation>
        </message>
    </context>
    <context>
        <name>RoundForm</name>
        <message>
            <source>A round of your own</source>
            <translation>Eigene Runde</translation>
        </message>
        <message>
            <source>Everybody guesses, the guesses are locked, the run goes to its end, and both are shown.</source>
            <translation>Alle geben einen Tipp ab, die Tipps werden festgelegt, der Lauf geht bis zum Ende, und beides wird gezeigt.</translation>
        </message>
        <message>
            <source>What to predict</source>
            <translation>Vorhersage</translation>
        </message>
        <message>
            <source>And besides</source>
            <translation>Und außerdem</translation>
        </message>
        <message>
            <source>The round ends at</source>
            <translation>Ende der Runde</translation>
        </message>
        <message>
            <source>Results</source>
            <translation>Ergebnisse</translation>
        </message>
        <message>
            <source>Begin a round</source>
            <translation>Runde beginnen</translation>
        </message>
        <message>
            <source>Go to the board and predict</source>
            <translation>Zum Board gehen und vorhersagen</translation>
        </message>
    </context>
    <context>
        <name>RoundPanel</name>
        <message>
            <source>Let the room answer …</source>
            <translation>Raum antworten lassen …</translation>
        </message>
        <message>
            <source>Everybody predicts on a phone, without hearing the others (F7)</source>
            <translation>Alle geben ihre Vorhersage am Telefon ab, ohne die anderen zu hören (F7)</translation>
        </message>
        <message>
            <source>Type the room's answers in …</source>
            <translation>Antworten des Raums eintippen …</translation>
        </message>
        <message>
            <source>Lock and run</source>
            <translation>Festlegen und starten</translation>
        </message>
        <message>
            <source>Roll the dice</source>
            <translation>Würfeln</translation>
        </message>
        <message>
            <source>Everybody rolls once, and cards move (Space)</source>
            <translation>Alle würfeln einmal, und Karten rücken vor (Leertaste)</translation>
        </message>
        <message>
            <source>Reveal</source>
            <translation>Aufdecken</translation>
        </message>
        <message>
            <source>What we learned</source>
            <translation>Was wir gelernt haben</translation>
        </message>
        <message>
            <source>What did we learn? In your own words.</source>
            <translation>Was haben wir gelernt? In eigenen Worten.</translation>
        </message>
        <message>
            <source>Keep this round</source>
            <translation>Runde behalten</translation>
        </message>
        <message>
            <source>Give the round up</source>
            <translation>Runde aufgeben</translation>
        </message>
        <message>
            <source>No round; undo brings it back</source>
            <translation>Keine Runde; Rückgängig bringt sie zurück</translation>
        </message>
        <message>
            <source> ({0} of {1} answered)</source>
            <translation> ({0} von {1})</translation>
        </message>
        <message>
            <source>Roll the dice ({0} of {1})</source>
            <translation>Würfeln ({0} von {1})</translation>
        </message>
        <message>
            <source>Predict first: what you guess now is locked before the run, and shown again after it.</source>
            <translation>Zuerst vorhersagen: Ihr Tipp wird vor dem Lauf festgelegt und danach wieder gezeigt.</translation>
        </message>
        <message>
            <source>Roll {0} times; each roll takes one {1}.</source>
            <translation>{0}-mal würfeln; jeder Wurf dauert 1 {1}.</translation>
        </message>
        <message>
            <source>Time stops by itself at {0}.</source>
            <translation>Die Zeit hält bei {0} von selbst an.</translation>
        </message>
        <message>
            <source>Time stops when all work is delivered.</source>
            <translation>Die Zeit hält an, wenn alle Arbeit geliefert ist.</translation>
        </message>
        <message>
            <source>The round is over. What came of it?</source>
            <translation>Die Runde ist vorbei. Was ist herausgekommen?</translation>
        </message>
    </context>
    <context>
        <name>RoundsTable</name>
        <message>
            <source>Rounds</source>
            <translation>Runden</translation>
        </message>
        <message>
            <source>{0} of {1}</source>
            <translation>{0} von {1}</translation>
        </message>
    </context>
    <context>
        <name>RunControls</name>
        <message>
            <source>Play</source>
            <translation>Start</translation>
        </message>
        <message>
            <source>Let time go on, or stand (Space)</source>
            <translation>Zeit laufen lassen oder anhalten (Leertaste)</translation>
        </message>
        <message>
            <source>Step</source>
            <translation>Schritt</translation>
        </message>
        <message>
            <source>Go on to the next event and stand (.)</source>
            <translation>Bis zum nächsten Ereignis laufen und anhalten (.)</translation>
        </message>
        <message>
            <source>Restart</source>
            <translation>Neu starten</translation>
        </message>
        <message>
            <source>Begin again at time 0 with the same random numbers (Ctrl+R)</source>
            <translation>Bei Zeit 0 mit denselben Zufallszahlen neu beginnen (Strg+R)</translation>
        </message>
        <message>
            <source>Speed</source>
            <translation>Tempo</translation>
        </message>
        <message>
            <source>How fast simulated time goes; at the right end as fast as possible</source>
            <translation>Wie schnell die simulierte Zeit vergeht; ganz rechts so schnell wie möglich</translation>
        </message>
        <message>
            <source>The working day of this moment, by the calendar of the board</source>
            <translation>Der Arbeitstag dieses Moments nach dem Kalender des Boards</translation>
        </message>
        <message>
            <source>The same seed brings the same cards, the same work and the same luck</source>
            <translation>Dieselbe Startzahl bringt dieselben Karten, dieselbe Arbeit und denselben Zufall</translation>
        </message>
        <message>
            <source>Pin this run</source>
            <translation>Lauf anheften</translation>
        </message>
        <message>
            <source>Keep this run as dashed lines in every chart, to compare with (P)</source>
            <translation>Diesen Lauf zum Vergleich als gestrichelte Linien in jedem Diagramm behalten (P)</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Keep the run that is on view</source>
            <translation>Den gezeigten Lauf behalten</translation>
        </message>
        <message>
            <source>▶  Roll</source>
            <translation>▶  Würfeln</translation>
        </message>
        <message>
            <source>▶  Play</source>
            <translation>▶  Start</translation>
        </message>
        <message>
            <source>❚❚  Pause</source>
            <translation>❚❚  Pause</translation>
        </message>
        <message>
            <source>seed {0}</source>
            <translation>Startzahl {0}</translation>
        </message>
        <message>
            <source>replaying … {0} %, {1}</source>
            <translation>Nachspielen … {0} %, {1}</translation>
        </message>
        <message>
            <source>replaying the past, {0}</source>
            <translation>Rückschau, {0}</translation>
        </message>
        <message>
            <source>the run has ended</source>
            <translation>der Lauf ist zu Ende</translation>
        </message>
        <message>
            <source>{0} ({1})</source>
            <translation>{0} ({1})</translation>
        </message>
        <message>
            <source>{0} (holding {1})</source>
            <translation>{0} (schafft {1})</translation>
        </message>
        <message>
            <source>maximum speed</source>
            <translation>höchstes Tempo</translation>
        </message>
    </context>
    <context>
        <name>Safety</name>
        <message>
            <source>The session cannot be opened: {0}</source>
            <translation>Die Sitzung lässt sich nicht öffnen: {0}</translation>
        </message>
        <message>
            <source>Recovered, as it was {0}</source>
            <translation>Wiederhergestellt, wie es {0} war</translation>
        </message>
        <message>
            <source>flowsim closed unexpectedly. Recover “{0}” as it was {1}?</source>
            <translation>flowsim wurde unerwartet beendet. „{0}“ wiederherstellen, wie es {1} war?</translation>
        </message>
        <message>
            <source>Recover</source>
            <translation>Wiederherstellen</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>Verwerfen</translation>
        </message>
        <message>
            <source>Something unexpected happened ({0}). You can go on; what is open has been kept.</source>
            <translation>Etwas Unerwartetes ist passiert ({0}). Sie können weitermachen; was offen ist, wurde gesichert.</translation>
        </message>
        <message>
            <source>Copy details</source>
            <translation>Details kopieren</translation>
        </message>
        <message>
            <source>What you do cannot be kept against a crash at the moment ({0}). Save to a file now and then.</source>
            <translation>Ihre Arbeit lässt sich zurzeit nicht gegen einen Absturz sichern ({0}). Speichern Sie ab und zu in eine Datei.</translation>
        </message>
        <message>
            <source>{0} has been changed by another program. What is open here is as it was.</source>
            <translation>{0} wurde von einem anderen Programm geändert. Was hier offen ist, ist unverändert.</translation>
        </message>
        <message>
            <source>Open the changed file</source>
            <translation>Geänderte Datei öffnen</translation>
        </message>
    </context>
    <context>
        <name>ShapeDialog</name>
        <message>
            <source>How long: {0}</source>
            <translation>Wie lange: {0}</translation>
        </message>
        <message>
            <source>Durations</source>
            <translation>Dauern</translation>
        </message>
        <message>
            <source>One duration after the other, for example: 1.5  2  2  7</source>
            <translation>Eine Dauer nach der anderen, zum Beispiel: 1,5  2  2  7</translation>
        </message>
        <message>
            <source>only numbers, with blanks between them</source>
            <translation>eine Reihe von Zahlen mit Leerzeichen dazwischen</translation>
        </message>
        <message>
            <source>at least one number, none below 0, at most {0}</source>
            <translation>mindestens eine Zahl, keine unter 0, höchstens {0} Zahlen</translation>
        </message>
        <message>
            <source>On average {0} {1}; coefficient of variation {2}</source>
            <translation>Im Durchschnitt {0} {1}; Variationskoeffizient {2}</translation>
        </message>
        <message>
            <source>Allowed is {0}.</source>
            <translation>Erlaubt: {0}.</translation>
        </message>
    </context>
    <context>
        <name>StepField</name>
        <message>
            <source>none</source>
            <translation>ohne</translation>
        </message>
        <message>
            <source>a whole number from {0} to {1}</source>
            <translation>eine ganze Zahl von {0} bis {1}</translation>
        </message>
        <message>
            <source>a whole number from {0} to {1}, or nothing for no limit</source>
            <translation>eine ganze Zahl von {0} bis {1} oder leer für kein Limit</translation>
        </message>
    </context>
    <context>
        <name>SteppedDialog</name>
        <message>
            <source>Back</source>
            <translation>Zurück</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Weiter</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Step {0} of {1}</source>
            <translation>Schritt {0} von {1}</translation>
        </message>
    </context>
    <context>
        <name>TextArea</name>
        <message>
            <source>Markdown, up to {0} characters</source>
            <translation>Markdown, bis zu {0} Zeichen</translation>
        </message>
    </context>
    <context>
        <name>TextField</name>
        <message>
            <source>up to {0} characters</source>
            <translation>bis zu {0} Zeichen</translation>
        </message>
        <message>
            <source>a text that is not empty, {0}</source>
            <translation>ein Text, der nicht leer ist, {0}</translation>
        </message>
        <message>
            <source>a name that is not empty</source>
            <translation>ein Name, der nicht leer ist</translation>
        </message>
        <message>
            <source>a name that is not taken</source>
            <translation>ein Name, der noch nicht vergeben ist</translation>
        </message>
    </context>
    <context>
        <name>Timeline</name>
        <message>
            <source>Timeline</source>
            <translation>Zeitleiste</translation>
        </message>
        <message>
            <source>Back to now</source>
            <translation>Zum aktuellen Stand</translation>
        </message>
        <message>
            <source>From the moment on view back to where the run is (End)</source>
            <translation>Vom gezeigten Moment zurück dorthin, wo der Lauf steht (Ende)</translation>
        </message>
        <message>
            <source>Branch here</source>
            <translation>Hier abzweigen</translation>
        </message>
        <message>
            <source>Go on from this moment with the same random numbers; the run as it was is pinned</source>
            <translation>Ab diesem Moment mit denselben Zufallszahlen weiterspielen; der bisherige Lauf wird angeheftet</translation>
        </message>
    </context>
    <context>
        <name>Track</name>
        <message>
            <source>Timeline</source>
            <translation>Zeitleiste</translation>
        </message>
        <message>
            <source>Drag to look back at any moment of the run; nothing of it is changed. Right-click a change to plan it; drag the diamond of a planned change to another time.</source>
            <translation>Ziehen, um auf einen beliebigen Moment des Laufs zurückzublicken; nichts daran ändert sich. Rechtsklick auf eine Änderung nimmt sie in den Plan auf; die Raute einer geplanten Änderung lässt sich auf eine andere Zeit ziehen.</translation>
        </message>
        <message>
            <source>Take out of the plan</source>
            <translation>Aus dem Plan nehmen</translation>
        </message>
        <message>
            <source>Plan again every {0}, from {1} on: {2}</source>
            <translation>Wieder planen, alle {0} ab {1}: {2}</translation>
        </message>
        <message>
            <source>Plan at the same time: {0} (the run begins again)</source>
            <translation>Zur selben Zeit planen: {0} (der Lauf beginnt neu)</translation>
        </message>
    </context>
    <context>
        <name>TypedAnswers</name>
        <message>
            <source>What the room says</source>
            <translation>Was der Raum sagt</translation>
        </message>
    </context>
    <context>
        <name>VoteDialog</name>
        <message>
            <source>Ask what to try next</source>
            <translation>Abstimmen lassen, was als Nächstes kommt</translation>
        </message>
        <message>
            <source>What shall we try next?</source>
            <translation>Was wollen wir als Nächstes versuchen?</translation>
        </message>
        <message>
            <source>Question</source>
            <translation>Frage</translation>
        </message>
        <message>
            <source>What the room chooses among</source>
            <translation>Was zur Wahl steht</translation>
        </message>
        <message>
            <source>One a line</source>
            <translation>Eine Möglichkeit je Zeile</translation>
        </message>
        <message>
            <source>A question, and from two to {0} different lines.</source>
            <translation>Eine Frage und zwei bis {0} verschiedene Zeilen.</translation>
        </message>
    </context>
    <context>
        <name>When</name>
        <message>
            <source>How many more cards</source>
            <translation>Wie viele Karten noch</translation>
        </message>
        <message>
            <source>By when</source>
            <translation>Bis wann</translation>
        </message>
        <message>
            <source>What if, from now on</source>
            <translation>Was wäre, wenn (ab jetzt)</translation>
        </message>
        <message>
            <source>Its value</source>
            <translation>Wert</translation>
        </message>
        <message>
            <source>Do it on the board</source>
            <translation>Aufs Board übertragen</translation>
        </message>
        <message>
            <source>Change the running board so, and go back to it</source>
            <translation>Das laufende Board so ändern und dorthin zurückkehren</translation>
        </message>
        <message>
            <source>By which {0}</source>
            <translation>Bis wann ({0})</translation>
        </message>
        <message>
            <source>Looking ahead …</source>
            <translation>Blick voraus …</translation>
        </message>
    </context>
    <context>
        <name>WhichLimit</name>
        <message>
            <source>People move the cards on this board. In these runs nobody is there, so cards are pulled by themselves.</source>
            <translation>Auf diesem Board bewegen Leute die Karten. In diesen Läufen ist niemand da, also werden Karten von selbst gezogen.</translation>
        </message>
        <message>
            <source>That setting of this board cannot vary in an experiment; these here can.</source>
            <translation>Diese Einstellung des Boards lässt sich im Experiment nicht variieren; die hier genannten schon.</translation>
        </message>
        <message>
            <source>Numbers with commas between them, such as 1, 2, 3, no limit; at least two and at most {0}.</source>
            <translation>Zahlen mit Kommas dazwischen, etwa 1, 2, 3, kein Limit; mindestens zwei und höchstens {0}.</translation>
        </message>
        <message>
            <source>The warm-up must end before the run does.</source>
            <translation>Die Einschwingzeit muss vor dem Lauf enden.</translation>
        </message>
        <message>
            <source>Choose what varies, and run it: the answer draws while the runs come in.</source>
            <translation>Wählen Sie, was variiert, und starten Sie: Die Antwort entsteht, während die Läufe eintreffen.</translation>
        </message>
    </context>
    <context>
        <name>WhichLimitForm</name>
        <message>
            <source>What varies</source>
            <translation>Was variiert</translation>
        </message>
        <message>
            <source>Values to try</source>
            <translation>Werte zum Testen</translation>
        </message>
        <message>
            <source>And at the same time</source>
            <translation>Und zugleich</translation>
        </message>
        <message>
            <source>Runs of each</source>
            <translation>Läufe je Einstellung</translation>
        </message>
        <message>
            <source>Length of a run</source>
            <translation>Länge eines Laufs</translation>
        </message>
        <message>
            <source>Warm-up</source>
            <translation>Einschwingzeit</translation>
        </message>
        <message>
            <source>is found</source>
            <translation>wird ermittelt</translation>
        </message>
        <message>
            <source>Second chart</source>
            <translation>Zweites Diagramm</translation>
        </message>
        <message>
            <source>Run</source>
            <translation>Starten</translation>
        </message>
        <message>
            <source>Play all these runs beside the window</source>
            <translation>Alle diese Läufe im Hintergrund spielen</translation>
        </message>
        <message>
            <source>Extend</source>
            <translation>Erweitern</translation>
        </message>
        <message>
            <source>Add as many runs again; those that are there stay</source>
            <translation>Noch einmal so viele Läufe dazu; die vorhandenen bleiben</translation>
        </message>
    </context>
    <context>
        <name>WhyDialog</name>
        <message>
            <source>Why they differ</source>
            <translation>Warum sie sich unterscheiden</translation>
        </message>
        <message>
            <source>These two runs had the same luck; with other luck the parts differ. Experiments plays many.</source>
            <translation>Diese zwei Läufe hatten denselben Zufall; bei anderem Zufall sind die Teile anders. „Experimente“ spielt viele.</translation>
        </message>
    </context>
    <context>
        <name>WorkshopPage</name>
        <message>
            <source>To talk about</source>
            <translation>Zum Besprechen</translation>
        </message>
        <message>
            <source>What we learned</source>
            <translation>Was wir gelernt haben</translation>
        </message>
        <message>
            <source>What did we learn? In your own words.</source>
            <translation>Was haben wir gelernt? In eigenen Worten.</translation>
        </message>
        <message>
            <source>Open on the board</source>
            <translation>Auf dem Board öffnen</translation>
        </message>
        <message>
            <source>The run of this round, as it ended</source>
            <translation>Der Lauf dieser Runde, wie er endete</translation>
        </message>
        <message>
            <source>Play it again</source>
            <translation>Noch einmal spielen</translation>
        </message>
        <message>
            <source>The run of this round from its start, as a film</source>
            <translation>Der Lauf dieser Runde vom Anfang an, als Film</translation>
        </message>
        <message>
            <source>Branch</source>
            <translation>Zweig</translation>
        </message>
        <message>
            <source>Open this round, go back to a moment of it, and do something else there</source>
            <translation>Diese Runde öffnen, zu einem Moment darin zurückgehen und dort etwas anderes tun</translation>
        </message>
        <message>
            <source>Against the rule</source>
            <translation>Gegen die Regel</translation>
        </message>
        <message>
            <source>Play the same work under pull policies, and compare</source>
            <translation>Dieselbe Arbeit nach Pull-Regeln spielen und vergleichen</translation>
        </message>
        <message>
            <source>Rename …</source>
            <translation>Umbenennen …</translation>
        </message>
        <message>
            <source>Call this round something else (F2)</source>
            <translation>Diese Runde umbenennen (F2)</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
        <message>
            <source>Take this round out of the table (Del)</source>
            <translation>Diese Runde aus der Tabelle nehmen (Entf)</translation>
        </message>
        <message>
            <source>A round of your own</source>
            <translation>Eigene Runde</translation>
        </message>
        <message>
            <source>Begin a round besides those of the exercise</source>
            <translation>Eine Runde neben denen der Übung beginnen</translation>
        </message>
        <message>
            <source>Present</source>
            <translation>Vortragen</translation>
        </message>
        <message>
            <source>Full screen for the whole room (F5)</source>
            <translation>Vollbild für den ganzen Raum (F5)</translation>
        </message>
        <message>
            <source>CSV</source>
            <translation>CSV</translation>
        </message>
        <message>
            <source>Write the table of rounds as CSV</source>
            <translation>Rundentabelle als CSV schreiben</translation>
        </message>
        <message>
            <source>XLSX</source>
            <translation>XLSX</translation>
        </message>
        <message>
            <source>Write the table of rounds as a workbook</source>
            <translation>Rundentabelle als Arbeitsmappe schreiben</translation>
        </message>
        <message>
            <source>Report …</source>
            <translation>Bericht …</translation>
        </message>
        <message>
            <source>A page to take home, with the session inside</source>
            <translation>Eine Seite zum Mitnehmen, samt der Sitzung</translation>
        </message>
        <message>
            <source>PDF</source>
            <translation>PDF</translation>
        </message>
        <message>
            <source>The report as PDF</source>
            <translation>Bericht als PDF</translation>
        </message>
        <message>
            <source>No round yet. Begin one at the left, or open an exercise from the first page.</source>
            <translation>Noch keine Runde. Beginnen Sie links eine, oder öffnen Sie eine Übung von der ersten Seite aus.</translation>
        </message>
        <message>
            <source>No round yet. The guide beside the board (key 1) leads to the first one.</source>
            <translation>Noch keine Runde. Der Begleiter neben dem Board (Taste 1) führt zur ersten.</translation>
        </message>
    </context>
    <context>
        <name>_ExerciseCard</name>
        <message>
            <source>Guided</source>
            <translation>Geführt</translation>
        </message>
        <message>
            <source>Play it as an exercise: predict, run, compare, step by step</source>
            <translation>Als Übung spielen: vorhersagen, laufen lassen, vergleichen, Schritt für Schritt</translation>
        </message>
        <message>
            <source>{0}, guided</source>
            <translation>{0}, geführt</translation>
        </message>
    </context>
    <context>
        <name>_SectionOnView</name>
        <message>
            <source>↺ Changing this begins the run again.</source>
            <translation>↺ Bei Änderungen hier beginnt der Lauf neu.</translation>
        </message>
        <message>
            <source>Allowed: {0}</source>
            <translation>Erlaubt: {0}</translation>
        </message>
        <message>
            <source>What if this were different?</source>
            <translation>Was wäre, wenn das anders wäre?</translation>
        </message>
    </context>
    <context>
        <name>exercises</name>
        <message>
            <source>Software team</source>
            <translation>Softwareteam</translation>
        </message>
        <message>
            <source>Six people, one bottleneck. Find it, then make it better or worse.</source>
            <translation>Sechs Personen, ein Engpass. Finden Sie ihn, und probieren Sie, was hilft.</translation>
        </message>
        <message>
            <source>Analysis</source>
            <translation>Analyse</translation>
        </message>
        <message>
            <source>Development</source>
            <translation>Entwicklung</translation>
        </message>
        <message>
            <source>Test</source>
            <translation>Test</translation>
        </message>
        <message>
            <source>Analysis, development and test in a small team. One column holds the others up: watch where work piles up, then change a limit or the number of people, or drag a card, and see what it does to the flow.</source>
            <translation>Analyse, Entwicklung und Test in einem kleinen Team. Eine Spalte hält die anderen auf: Achten Sie darauf, wo sich Arbeit staut, ändern Sie dann ein Limit oder die Zahl der Leute, oder ziehen Sie eine Karte, und sehen Sie, was das mit dem Fluss macht.</translation>
        </message>
        <message>
            <source>Standard</source>
            <translation>Standard</translation>
        </message>
        <message>
            <source>Expedite</source>
            <translation>Dringend</translation>
        </message>
        <message>
            <source>What holds a flow up, and what happens when you help in the right place, or in the wrong one.</source>
            <translation>Was einen Fluss aufhält und was passiert, wenn man an der richtigen Stelle hilft oder an der falschen.</translation>
        </message>
        <message>
            <source>A team and its board</source>
            <translation>Ein Team und sein Board</translation>
        </message>
        <message>
            <source>Work comes in at the left and is **done** at the right. A card moves when there is room for it.

Press *Play*, and watch for a minute. Where do cards stand still?</source>
            <translation>Arbeit kommt links an und ist rechts **fertig**. Eine Karte rückt weiter, wenn Platz für sie ist.

Drücken Sie *Start* und sehen Sie eine Minute lang zu. Wo bleiben Karten stehen?</translation>
        </message>
        <message>
            <source>Let people talk about what they see before anybody explains a term.</source>
            <translation>Lassen Sie die Leute über das sprechen, was sie sehen, bevor jemand einen Begriff erklärt.</translation>
        </message>
        <message>
            <source>Round 1: as it is</source>
            <translation>Runde 1: wie es ist</translation>
        </message>
        <message>
            <source>Half a year, 180 days, with the board as it is. Guess first, each for yourself; then agree on one guess.</source>
            <translation>Ein halbes Jahr, 180 Tage, mit dem Board, wie es ist. Jeder tippt zuerst für sich; dann einigen Sie sich auf einen Tipp.</translation>
        </message>
        <message>
            <source>The round ends at day 180. Write the guesses of the groups on the flip chart before you lock.</source>
            <translation>Die Runde endet an Tag 180. Schreiben Sie die Tipps der Gruppen auf das Flipchart, bevor Sie sie festlegen.</translation>
        </message>
        <message>
            <source>As it is</source>
            <translation>Wie es ist</translation>
        </message>
        <message>
            <source>How many days does a card take from the backlog to Done, on average?</source>
            <translation>Wie viele Tage braucht eine Karte vom Backlog bis Fertig, im Durchschnitt?</translation>
        </message>
        <message>
            <source>Which column holds the others up?</source>
            <translation>Welche Spalte hält die anderen auf?</translation>
        </message>
        <message>
            <source>Where will the line of delivered cards be at the end?</source>
            <translation>Wo wird die Linie der gelieferten Karten am Ende liegen?</translation>
        </message>
        <message>
            <source>Three cards wait for somebody in Test.</source>
            <translation>In Test warten drei Karten auf jemanden.</translation>
        </message>
        <message>
            <source>Five cards wait to be started.</source>
            <translation>Fünf Karten warten auf ihren Beginn.</translation>
        </message>
        <message>
            <source>What would help?</source>
            <translation>Was würde helfen?</translation>
        </message>
        <message>
            <source>Change **one** thing: a limit, a number of people, or where somebody works. Click a number in the head of a column, or drag a person to another column.

Say why you expect it to help.</source>
            <translation>Ändern Sie **eine** Sache: ein Limit, eine Zahl von Leuten oder wo jemand arbeitet. Klicken Sie auf eine Zahl im Kopf einer Spalte oder ziehen Sie eine Person in eine andere Spalte.

Sagen Sie, warum Sie sich davon etwas versprechen.</translation>
        </message>
        <message>
            <source>Round 2: with your change</source>
            <translation>Runde 2: mit Ihrer Änderung</translation>
        </message>
        <message>
            <source>The same cards come with the same work; only your change is different. Predict again.</source>
            <translation>Dieselben Karten kommen mit derselben Arbeit; nur Ihre Änderung macht den Unterschied. Sagen Sie das Ergebnis wieder vorher.</translation>
        </message>
        <message>
            <source>Groups that help a column that is not the bottleneck see little of it. That is the point; do not spoil it.</source>
            <translation>Gruppen, die einer Spalte helfen, die nicht der Engpass ist, merken wenig davon. Genau darum geht es; verraten Sie es nicht.</translation>
        </message>
        <message>
            <source>With our change</source>
            <translation>Mit unserer Änderung</translation>
        </message>
        <message>
            <source>Lead time on average, in days?</source>
            <translation>Durchlaufzeit im Durchschnitt, in Tagen?</translation>
        </message>
        <message>
            <source>And the lead time, compared with the round before?</source>
            <translation>Und die Durchlaufzeit, verglichen mit der Runde davor?</translation>
        </message>
        <message>
            <source>longer</source>
            <translation>länger</translation>
        </message>
        <message>
            <source>about the same</source>
            <translation>etwa gleich</translation>
        </message>
        <message>
            <source>shorter</source>
            <translation>kürzer</translation>
        </message>
        <message>
            <source>How many cards will be delivered?</source>
            <translation>Wie viele Karten werden geliefert?</translation>
        </message>
        <message>
            <source>Round 3: help somewhere else</source>
            <translation>Runde 3: woanders helfen</translation>
        </message>
        <message>
            <source>The board is again as it was at first. Help **another** column by as much, and predict what it brings.</source>
            <translation>Das Board ist wieder, wie es am Anfang war. Helfen Sie einer **anderen** Spalte genauso viel und sagen Sie vorher, was es bringt.</translation>
        </message>
        <message>
            <source>Help elsewhere</source>
            <translation>Woanders geholfen</translation>
        </message>
        <message>
            <source>And compared with the board as it was?</source>
            <translation>Und verglichen mit dem Board, wie es war?</translation>
        </message>
        <message>
            <source>Round 4: the next one</source>
            <translation>Runde 4: der nächste</translation>
        </message>
        <message>
            <source>One person more in Test. What holds the team up **now**? Change one more thing, and predict.</source>
            <translation>Eine Person mehr in Test. Was hält das Team **jetzt** auf? Ändern Sie noch eine Sache und sagen Sie das Ergebnis vorher.</translation>
        </message>
        <message>
            <source>The bottleneck has moved. What helped once need not help again; that is why one looks before every change.</source>
            <translation>Der Engpass ist gewandert. Was einmal geholfen hat, muss nicht noch einmal helfen; deshalb sieht man vor jeder Änderung nach.</translation>
        </message>
        <message>
            <source>And the next one</source>
            <translation>Und der nächste</translation>
        </message>
        <message>
            <source>And compared with your change in round 2?</source>
            <translation>Und verglichen mit Ihrer Änderung in Runde 2?</translation>
        </message>
        <message>
            <source>What did we learn?</source>
            <translation>Was haben wir gelernt?</translation>
        </message>
        <message>
            <source>Look at the table of rounds (Workshop, key 3). What surprised you? What would you try with your own team, and how would you notice that it worked?</source>
            <translation>Sehen Sie sich die Tabelle der Runden an (Workshop, Taste 3). Was hat Sie überrascht? Was würden Sie mit Ihrem eigenen Team ausprobieren, und woran würden Sie merken, dass es gewirkt hat?</translation>
        </message>
        <message>
            <source>One change by the whole room.</source>
            <translation>Eine Änderung für den ganzen Raum.</translation>
        </message>
        <message>
            <source>Groups of four, each with a change of its own.</source>
            <translation>Vierergruppen, jede mit einer eigenen Änderung.</translation>
        </message>
        <message>
            <source>Repeat change and round until every group has tried three things.</source>
            <translation>Wiederholen Sie Änderung und Runde, bis jede Gruppe drei Dinge ausprobiert hat.</translation>
        </message>
        <message>
            <source>One board, three rounds. The lesson is in the difference between round 2 and round 3, so keep everything else the same: one more person in Test brings 11.2 days down to 8.1, one more in Development only to 9.9, one more in Analysis to nothing at all. Tried on a hundred other seeds, Test helped most on 94. One run is one run; *Experiments* (key 2) plays a hundred.</source>
            <translation>Ein Board, drei Runden. Die Lektion liegt im Unterschied zwischen Runde 2 und Runde 3, lassen Sie also alles andere gleich: Eine Person mehr in Test bringt 11,2 Tage auf 8,1 herunter, eine mehr in Entwicklung nur auf 9,9, eine mehr in Analyse bringt gar nichts. Mit hundert anderen Startzahlen half Test bei 94 am meisten. Ein Lauf ist nur ein Lauf; *Experimente* (Taste 2) spielt hundert.</translation>
        </message>
        <message>
            <source>What did the queue tell you before the numbers did?</source>
            <translation>Was hat Ihnen die Warteschlange vor den Zahlen gesagt?</translation>
        </message>
        <message>
            <source>Who decides about limits in your team?</source>
            <translation>Wer entscheidet in Ihrem Team über Limits?</translation>
        </message>
        <message>
            <source>What would you measure for two weeks to find your bottleneck?</source>
            <translation>Was würden Sie zwei Wochen lang messen, um Ihren Engpass zu finden?</translation>
        </message>
        <message>
            <source>Penny game</source>
            <translation>Münzspiel</translation>
        </message>
        <message>
            <source>Twenty coins, handed on all at once or one by one. When is the last one through?</source>
            <translation>Zwanzig Münzen, alle auf einmal oder einzeln. Wann ist die letzte durch?</translation>
        </message>
        <message>
            <source>First person</source>
            <translation>Erste Person</translation>
        </message>
        <message>
            <source>Second person</source>
            <translation>Zweite Person</translation>
        </message>
        <message>
            <source>Third person</source>
            <translation>Dritte Person</translation>
        </message>
        <message>
            <source>Fourth person</source>
            <translation>Vierte Person</translation>
        </message>
        <message>
            <source>Twenty coins, four people in a row. Each turns every coin over, which takes one minute here and one second at a table, and hands them on twenty at a time. Hand on fewer at a time, and see when the first coins arrive, and when the last one does.</source>
            <translation>Zwanzig Münzen, vier Personen in einer Reihe. Jede dreht jede Münze um (das dauert hier eine Minute, am Tisch eine Sekunde) und gibt zwanzig auf einmal weiter. Geben Sie weniger auf einmal weiter, und sehen Sie, wann die ersten Münzen ankommen und wann die letzte.</translation>
        </message>
        <message>
            <source>What handing on fewer at a time does to the first coin, to the last one, and in the long run.</source>
            <translation>Was es für die erste Münze, für die letzte und auf Dauer bringt, weniger auf einmal weiterzugeben.</translation>
        </message>
        <message>
            <source>Coins without end</source>
            <translation>Münzen ohne Ende</translation>
        </message>
        <message>
            <source>The same four people, and coins that never run out.</source>
            <translation>Dieselben vier Personen, und Münzen, die nie ausgehen.</translation>
        </message>
        <message>
            <source>Twenty coins, four people</source>
            <translation>Zwanzig Münzen, vier Personen</translation>
        </message>
        <message>
            <source>Everybody turns every coin over and hands the coins on **twenty at a time**. A minute on this board is a second at a table.

Press *Play*. Who waits, and for what?</source>
            <translation>Jeder dreht jede Münze um und gibt die Münzen **zwanzig auf einmal** weiter. Eine Minute auf diesem Board ist eine Sekunde am Tisch.

Drücken Sie *Start*. Wer wartet, und worauf?</translation>
        </message>
        <message>
            <source>Round 1: twenty at a time</source>
            <translation>Runde 1: zwanzig auf einmal</translation>
        </message>
        <message>
            <source>All twenty coins, handed on together. Say when the first coins are through, and when the last one is.</source>
            <translation>Alle zwanzig Münzen, zusammen weitergegeben. Sagen Sie vorher, wann die ersten Münzen durch sind und wann die letzte.</translation>
        </message>
        <message>
            <source>Twenty at a time</source>
            <translation>Zwanzig auf einmal</translation>
        </message>
        <message>
            <source>When are the first coins through, in minutes?</source>
            <translation>Wann sind die ersten Münzen durch, in Minuten?</translation>
        </message>
        <message>
            <source>When is the last coin through, in minutes?</source>
            <translation>Wann ist die letzte Münze durch, in Minuten?</translation>
        </message>
        <message>
            <source>Round 2: ten at a time</source>
            <translation>Runde 2: zehn auf einmal</translation>
        </message>
        <message>
            <source>The same coins and people; only the hand-over is smaller.</source>
            <translation>Dieselben Münzen und Leute; nur die Übergabe ist kleiner.</translation>
        </message>
        <message>
            <source>Ten at a time</source>
            <translation>Zehn auf einmal</translation>
        </message>
        <message>
            <source>Round 3: five at a time</source>
            <translation>Runde 3: fünf auf einmal</translation>
        </message>
        <message>
            <source>Half of that again. Is it half the time again?</source>
            <translation>Noch einmal halb so viele. Dauert es auch noch einmal halb so lange?</translation>
        </message>
        <message>
            <source>Five at a time</source>
            <translation>Fünf auf einmal</translation>
        </message>
        <message>
            <source>Round 4: one at a time</source>
            <translation>Runde 4: einzeln</translation>
        </message>
        <message>
            <source>Each coin is handed on as soon as it is turned over.</source>
            <translation>Jede Münze wird weitergegeben, sobald sie umgedreht ist.</translation>
        </message>
        <message>
            <source>One at a time</source>
            <translation>Einzeln</translation>
        </message>
        <message>
            <source>One of them is slow</source>
            <translation>Eine Person ist langsam</translation>
        </message>
        <message>
            <source>One at a time again, but the third person takes **two** minutes for a coin. Twenty coins: when is the last one through?</source>
            <translation>Wieder einzeln, aber die dritte Person braucht **zwei** Minuten pro Münze. Zwanzig Münzen: Wann ist die letzte durch?</translation>
        </message>
        <message>
            <source>The last coin is through after 43 minutes: twenty times the two minutes of the third person, and one minute for each of the others. Handed on twenty at a time it is 100. Coins pile up before the third person; the queue on the board shows it.</source>
            <translation>Die letzte Münze ist nach 43 Minuten durch: zwanzigmal die zwei Minuten der dritten Person und je eine Minute für die anderen. Bei zwanzig auf einmal sind es 100. Die Münzen stauen sich vor der dritten Person; die Warteschlange auf dem Board zeigt es.</translation>
        </message>
        <message>
            <source>And behind the first person: where will coins pile up?</source>
            <translation>Und hinter der ersten Person: Wo stauen sich die Münzen?</translation>
        </message>
        <message>
            <source>before the second</source>
            <translation>vor der zweiten</translation>
        </message>
        <message>
            <source>before the third</source>
            <translation>vor der dritten</translation>
        </message>
        <message>
            <source>before the fourth</source>
            <translation>vor der vierten</translation>
        </message>
        <message>
            <source>nowhere</source>
            <translation>nirgends</translation>
        </message>
        <message>
            <source>And in the long run? Twenty at a time</source>
            <translation>Und auf Dauer? Zwanzig auf einmal</translation>
        </message>
        <message>
            <source>Now coins **never run out**. How many are through after 400 minutes, handed on twenty at a time?</source>
            <translation>Jetzt gehen die Münzen **nie aus**. Wie viele sind nach 400 Minuten durch, zwanzig auf einmal weitergegeben?</translation>
        </message>
        <message>
            <source>Long run, twenty at a time</source>
            <translation>Auf Dauer, zwanzig auf einmal</translation>
        </message>
        <message>
            <source>How many coins are through?</source>
            <translation>Wie viele Münzen sind durch?</translation>
        </message>
        <message>
            <source>How long is a coin under way?</source>
            <translation>Wie lange ist eine Münze unterwegs?</translation>
        </message>
        <message>
            <source>And one at a time?</source>
            <translation>Und einzeln?</translation>
        </message>
        <message>
            <source>The same 400 minutes, one at a time. Three and a half times as fast, as in the short game?</source>
            <translation>Dieselben 400 Minuten, einzeln. Dreieinhalbmal so schnell, wie im kurzen Spiel?</translation>
        </message>
        <message>
            <source>Long run, one at a time</source>
            <translation>Auf Dauer, einzeln</translation>
        </message>
        <message>
            <source>And the number of coins, compared with twenty at a time?</source>
            <translation>Und die Zahl der Münzen, verglichen mit zwanzig auf einmal?</translation>
        </message>
        <message>
            <source>more than twice as many</source>
            <translation>mehr als doppelt so viele</translation>
        </message>
        <message>
            <source>up to twice as many</source>
            <translation>bis zu doppelt so viele</translation>
        </message>
        <message>
            <source>Look at the table of rounds (Workshop, key 3). Which figure got better for good, and which only at the start?</source>
            <translation>Sehen Sie sich die Tabelle der Runden an (Workshop, Taste 3). Welcher Wert wurde dauerhaft besser, und welcher nur am Anfang?</translation>
        </message>
        <message>
            <source>Guess aloud, all together; there is no time to discuss each guess.</source>
            <translation>Lassen Sie laut tippen, alle zusammen; für ein Gespräch über jeden Tipp reicht die Zeit nicht.</translation>
        </message>
        <message>
            <source>Do not leave out the long run: without it people learn that small batches make them three and a half times as fast.</source>
            <translation>Lassen Sie die Runden „Auf Dauer“ nicht weg: Ohne sie lernen die Leute, dass kleine Lose sie dreieinhalbmal so schnell machen.</translation>
        </message>
        <message>
            <source>Play the first four rounds with real coins first, with a stop-watch for the first and the last coin; then let flowsim play the same and compare. People are not as even as the board, and that is worth talking about.</source>
            <translation>Spielen Sie die ersten vier Runden zuerst mit echten Münzen, mit einer Stoppuhr für die erste und die letzte Münze; lassen Sie dann flowsim dasselbe spielen und vergleichen Sie. Menschen sind nicht so gleichmäßig wie das Board, und darüber lohnt es sich zu sprechen.</translation>
        </message>
        <message>
            <source>Nothing is random here: every round gives the same numbers again. Handed on Q at a time, the first coins are through after 4·Q minutes and the last one after (20/Q + 3)·Q: twenty 80 and 80, ten 40 and 50, five 20 and 35, one 4 and 23. The short game exaggerates: three and a half times as fast only because the line starts empty. With coins that never run out, 340 are through after 400 minutes handed on twenty at a time, and 397 one at a time; after 2,000 minutes 1,940 and 1,997. What stays is the time that each coin is under way, 70.5 minutes on average against 4, and how many lie on the table. That is what small batches are for.</source>
            <translation>Hier ist nichts zufällig: Jede Runde ergibt wieder dieselben Zahlen. Werden Q auf einmal weitergegeben, sind die ersten Münzen nach 4·Q Minuten durch und die letzte nach (20/Q + 3)·Q: bei zwanzig 80 und 80, bei zehn 40 und 50, bei fünf 20 und 35, bei einer 4 und 23. Das kurze Spiel übertreibt: dreieinhalbmal so schnell nur, weil die Linie leer beginnt. Mit Münzen, die nie ausgehen, sind nach 400 Minuten 340 durch, wenn zwanzig auf einmal weitergegeben werden, und 397 einzeln; nach 2.000 Minuten 1.940 und 1.997. Was bleibt, ist die Zeit, die jede Münze unterwegs ist, im Durchschnitt 70,5 Minuten gegenüber 4, und wie viele auf dem Tisch liegen. Dafür sind kleine Lose da.</translation>
        </message>
        <message>
            <source>What is a batch in your work, and who decides how large it is?</source>
            <translation>Was ist bei Ihrer Arbeit ein Los, und wer entscheidet, wie groß es ist?</translation>
        </message>
        <message>
            <source>What would the customer of the first coin say?</source>
            <translation>Was würde der Kunde der ersten Münze sagen?</translation>
        </message>
        <message>
            <source>What did the long run take away from the first impression, and what stayed?</source>
            <translation>Was vom ersten Eindruck ging auf Dauer verloren, und was ist geblieben?</translation>
        </message>
        <message>
            <source>Five-step line</source>
            <translation>Linie mit fünf Schritten</translation>
        </message>
        <message>
            <source>A hundred units, handed on ten at a time. What if it were fewer?</source>
            <translation>Hundert Stück, immer zehn auf einmal. Und wenn es weniger wären?</translation>
        </message>
        <message>
            <source>Step 1</source>
            <translation>Schritt 1</translation>
        </message>
        <message>
            <source>Step 2</source>
            <translation>Schritt 2</translation>
        </message>
        <message>
            <source>Step 3</source>
            <translation>Schritt 3</translation>
        </message>
        <message>
            <source>Step 4</source>
            <translation>Schritt 4</translation>
        </message>
        <message>
            <source>Step 5</source>
            <translation>Schritt 5</translation>
        </message>
        <message>
            <source>An order of 100 units goes through five steps of 20, 32, 26, 36 and 20 minutes, one worker each, and every hand-over takes 10 minutes. Units are handed on ten at a time, and of the time that a unit spends on the line only 4 % adds value. Choose a column and hand on fewer together. A reconstruction of a published transfer-batch example: alone on the line, a batch of Q takes 134·Q + 50 minutes.</source>
            <translation>Ein Auftrag über 100 Stück durchläuft fünf Schritte von 20, 32, 26, 36 und 20 Minuten, jeder mit einer Person, und jede Übergabe dauert 10 Minuten. Weitergegeben werden immer zehn auf einmal, und von der Zeit, die ein Stück auf der Linie verbringt, sind nur 4 % wertschöpfend. Wählen Sie eine Spalte und geben Sie weniger auf einmal weiter. Nachbau eines veröffentlichten Beispiels zu Transportlosen: Allein auf der Linie braucht ein Los von Q Stück 134·Q + 50 Minuten.</translation>
        </message>
        <message>
            <source>What the size of a hand-over does to the time until the first and the last unit is done.</source>
            <translation>Was die Größe einer Übergabe für die Zeit bedeutet, bis das erste und das letzte Stück fertig ist.</translation>
        </message>
        <message>
            <source>A line of five steps</source>
            <translation>Eine Linie aus fünf Schritten</translation>
        </message>
        <message>
            <source>A hundred units go through five steps. Today they are handed on **ten at a time**. Press *Play* and watch one batch.</source>
            <translation>Hundert Stück durchlaufen fünf Schritte. Heute werden sie **zehn auf einmal** weitergegeben. Drücken Sie *Start* und verfolgen Sie ein Los.</translation>
        </message>
        <message>
            <source>Round 1: ten at a time</source>
            <translation>Runde 1: zehn auf einmal</translation>
        </message>
        <message>
            <source>Let the whole order run. When is it done?</source>
            <translation>Lassen Sie den ganzen Auftrag durchlaufen. Wann ist er fertig?</translation>
        </message>
        <message>
            <source>When is the first unit done, in minutes?</source>
            <translation>Wann ist das erste Stück fertig, in Minuten?</translation>
        </message>
        <message>
            <source>When is the whole order done, in minutes?</source>
            <translation>Wann ist der ganze Auftrag fertig, in Minuten?</translation>
        </message>
        <message>
            <source>Round 2: one at a time</source>
            <translation>Runde 2: einzeln</translation>
        </message>
        <message>
            <source>The same order, handed on **one at a time**.</source>
            <translation>Derselbe Auftrag, **einzeln** weitergegeben.</translation>
        </message>
        <message>
            <source>Of the time that a unit spends on the line, what share is work?</source>
            <translation>Welcher Anteil der Zeit, die ein Stück auf der Linie verbringt, ist Arbeit?</translation>
        </message>
        <message>
            <source>Round 3: your size</source>
            <translation>Runde 3: Ihre Größe</translation>
        </message>
        <message>
            <source>Choose a size for all hand-overs: *Board*, *Same batch for every column* (Shift+L). Where is it no longer worth while?</source>
            <translation>Wählen Sie eine Größe für alle Übergaben: *Board*, *Gleiches Los für alle Spalten* (Umschalt+L). Bei welcher Größe lohnt es sich nicht mehr?</translation>
        </message>
        <message>
            <source>Our size</source>
            <translation>Unsere Größe</translation>
        </message>
        <message>
            <source>Round 4: all at once</source>
            <translation>Runde 4: alle auf einmal</translation>
        </message>
        <message>
            <source>Nothing is handed on before all hundred are done at a step.</source>
            <translation>Nichts wird weitergegeben, bevor an einem Schritt alle hundert fertig sind.</translation>
        </message>
        <message>
            <source>All at once</source>
            <translation>Alle auf einmal</translation>
        </message>
        <message>
            <source>Round 5: make step 1 faster</source>
            <translation>Runde 5: Schritt 1 schneller machen</translation>
        </message>
        <message>
            <source>One at a time, and step 1 takes ten minutes instead of twenty. How much sooner is the order done?</source>
            <translation>Einzeln, und Schritt 1 braucht zehn Minuten statt zwanzig. Wie viel früher ist der Auftrag fertig?</translation>
        </message>
        <message>
            <source>3,738 minutes instead of 3,748: ten minutes sooner, once. Step 4 sets the pace; a faster step 1 only lets units wait elsewhere. A step 4 of 26 minutes would save 406; then step 2 sets the pace.</source>
            <translation>3.738 Minuten statt 3.748: zehn Minuten früher, einmalig. Schritt 4 gibt das Tempo vor; ein schnellerer Schritt 1 lässt die Stücke nur woanders warten. Ein Schritt 4 von 26 Minuten würde 406 sparen; dann gibt Schritt 2 das Tempo vor.</translation>
        </message>
        <message>
            <source>Step 1 faster</source>
            <translation>Schritt 1 schneller</translation>
        </message>
        <message>
            <source>And the order, compared with one at a time before?</source>
            <translation>Und der Auftrag, verglichen mit „einzeln“ zuvor?</translation>
        </message>
        <message>
            <source>later</source>
            <translation>später</translation>
        </message>
        <message>
            <source>sooner</source>
            <translation>früher</translation>
        </message>
        <message>
            <source>Look at the table of rounds (Workshop, key 3). What would have to be true of your work for handing on one at a time to be worth while?</source>
            <translation>Sehen Sie sich die Tabelle der Runden an (Workshop, Taste 3). Was müsste bei Ihrer Arbeit gelten, damit sich einzelnes Weitergeben lohnt?</translation>
        </message>
        <message>
            <source>Let every group choose a size of its own in round 3, and say why before it runs.</source>
            <translation>Lassen Sie in Runde 3 jede Gruppe eine eigene Größe wählen und vor dem Lauf begründen.</translation>
        </message>
        <message>
            <source>Let groups build a value stream map of one unit, from the history of a card, for ten at a time and for one.</source>
            <translation>Lassen Sie Gruppen aus dem Verlauf einer Karte ein Wertstromdiagramm für ein Stück zeichnen, für zehn auf einmal und für einzeln.</translation>
        </message>
        <message>
            <source>Nothing is random here: every round gives the same numbers again. The first unit is done after 1,390 minutes where ten are handed on at a time, after 184 where one is; the order after 4,630 and 3,748. A unit that is alone on the line is worked on for 134 of its 184 minutes, 72.8 %; in the order of round 2, where units wait for step 4, for 6.8 % of their time, handed on ten at a time for 4 %; handed on a hundred at a time, for 134 of 13,450, 1.0 %. The order gains less than the first unit, because step 4 needs 3,600 minutes for a hundred units however they are handed on. A hand-over takes ten minutes, but nobody works at it, so one at a time is best here; say so, and ask what changes when people have to carry.</source>
            <translation>Hier ist nichts zufällig: Jede Runde ergibt wieder dieselben Zahlen. Das erste Stück ist nach 1.390 Minuten fertig, wenn zehn auf einmal weitergegeben werden, nach 184 bei einzelnen; der Auftrag nach 4.630 und 3.748. An einem Stück, das allein auf der Linie ist, wird 134 seiner 184 Minuten gearbeitet, 72,8 %; im Auftrag von Runde 2, wo die Stücke vor Schritt 4 warten, sind es 6,8 % ihrer Zeit, bei zehn auf einmal 4 %; bei hundert auf einmal 134 von 13.450 Minuten, 1,0 %. Der Auftrag gewinnt weniger als das erste Stück, denn Schritt 4 braucht für hundert Stück 3.600 Minuten, wie auch immer sie weitergegeben werden. Eine Übergabe dauert zehn Minuten, aber niemand arbeitet daran, deshalb ist einzeln hier am besten; sagen Sie das und fragen Sie, was sich ändert, wenn Leute tragen müssen.</translation>
        </message>
        <message>
            <source>Where do you wait for a batch to be complete?</source>
            <translation>Wo warten Sie darauf, dass ein Los vollständig ist?</translation>
        </message>
        <message>
            <source>What makes handing on expensive in your work, and what would make it cheap?</source>
            <translation>Was macht das Weitergeben bei Ihrer Arbeit teuer, und was würde es billig machen?</translation>
        </message>
        <message>
            <source>Set-ups and the right batch</source>
            <translation>Rüsten und das richtige Los</translation>
        </message>
        <message>
            <source>Every batch has to be set up for. Which size brings the order out first?</source>
            <translation>Jedes Los braucht Rüstzeit. Bei welcher Größe geht es am schnellsten?</translation>
        </message>
        <message>
            <source>The five-step line again, an order of 100 units, but now each step has to be set up for every batch, which takes 30 minutes. Large batches make units wait for one another; small ones make people set up all day. Which batch brings the order out first?</source>
            <translation>Wieder die Linie mit fünf Schritten und ein Auftrag über 100 Stück, aber jetzt muss jeder Schritt für jedes Los gerüstet werden, und das dauert 30 Minuten. Bei großen Losen warten die Stücke aufeinander, bei kleinen rüsten die Leute den ganzen Tag. Mit welchem Los ist der Auftrag am frühesten fertig?</translation>
        </message>
        <message>
            <source>Which batch brings an order out first where every batch has to be set up for, and what changes when set-ups get short.</source>
            <translation>Mit welchem Los ein Auftrag am frühesten fertig ist, wenn für jedes Los gerüstet werden muss, und was sich ändert, wenn die Rüstzeiten kurz werden.</translation>
        </message>
        <message>
            <source>Set up, then work</source>
            <translation>Rüsten, dann arbeiten</translation>
        </message>
        <message>
            <source>An order of 100 units on five steps. Each step is **set up for 30 minutes** before a batch of twenty, and hands the batch on when it is complete.

Press *Play* and watch the bars below the names: how much of it is work?</source>
            <translation>Ein Auftrag über 100 Stück in fünf Schritten. Jeder Schritt wird vor einem Los von zwanzig Stück **30 Minuten lang gerüstet** und gibt das Los weiter, wenn es vollständig ist.

Drücken Sie *Start* und achten Sie auf die Balken unter den Namen: Wie viel davon ist Arbeit?</translation>
        </message>
        <message>
            <source>Round 1: batches of twenty</source>
            <translation>Runde 1: Losgröße zwanzig</translation>
        </message>
        <message>
            <source>The whole order in five batches.</source>
            <translation>Der ganze Auftrag in fünf Losen.</translation>
        </message>
        <message>
            <source>Batches of twenty</source>
            <translation>Losgröße zwanzig</translation>
        </message>
        <message>
            <source>Round 2: batches of one</source>
            <translation>Runde 2: Losgröße eins</translation>
        </message>
        <message>
            <source>No unit waits for another, but everybody sets up for every unit.</source>
            <translation>Kein Stück wartet auf ein anderes, aber alle rüsten für jedes Stück.</translation>
        </message>
        <message>
            <source>Batches of one</source>
            <translation>Losgröße eins</translation>
        </message>
        <message>
            <source>And the order, compared with batches of twenty?</source>
            <translation>Und der Auftrag, verglichen mit Losgröße zwanzig?</translation>
        </message>
        <message>
            <source>Round 3: your batch</source>
            <translation>Runde 3: Ihre Losgröße</translation>
        </message>
        <message>
            <source>Batches of twenty again. Choose another size for all steps: *Board*, *Same batch for every column* (Shift+L). It sets how many are handed on together and how many one set-up is for.

Which size brings the order out first?</source>
            <translation>Wieder Losgröße zwanzig. Wählen Sie eine andere Größe für alle Schritte: *Board*, *Gleiches Los für alle Spalten* (Umschalt+L). Sie bestimmt, wie viele zusammen weitergegeben werden und für wie viele einmal gerüstet wird.

Mit welcher Größe ist der Auftrag am frühesten fertig?</translation>
        </message>
        <message>
            <source>Let every group say a size before anybody runs one. Between four and eight it hardly matters; outside it does.</source>
            <translation>Lassen Sie jede Gruppe eine Größe nennen, bevor jemand eine laufen lässt. Zwischen vier und acht macht es kaum einen Unterschied, außerhalb schon.</translation>
        </message>
        <message>
            <source>Our batch</source>
            <translation>Unsere Losgröße</translation>
        </message>
        <message>
            <source>Set up for twenty, hand on one</source>
            <translation>Für zwanzig rüsten, einzeln weitergeben</translation>
        </message>
        <message>
            <source>Nobody says that what is set up for together has to be **handed on** together. Set-ups of 30 minutes for twenty units, as at first, but each unit goes on when it is done.</source>
            <translation>Niemand sagt, dass zusammen **weitergegeben** werden muss, wofür zusammen gerüstet wird. 30 Minuten Rüsten für zwanzig Stück, wie am Anfang, aber jedes Stück geht weiter, sobald es fertig ist.</translation>
        </message>
        <message>
            <source>3,988 minutes: sooner than any size that is both, 5,880 at twenty and 4,828 at six. The batch of the set-up and the batch of the hand-over are two decisions.</source>
            <translation>3.988 Minuten: früher als mit jeder Größe, die für beides gilt, 5.880 bei zwanzig und 4.828 bei sechs. Das Los beim Rüsten und das Los bei der Übergabe sind zwei Entscheidungen.</translation>
        </message>
        <message>
            <source>Set up for 20, hand on 1</source>
            <translation>Für 20 rüsten, 1 weitergeben</translation>
        </message>
        <message>
            <source>And the order, compared with your batch?</source>
            <translation>Und der Auftrag, verglichen mit Ihrer Losgröße?</translation>
        </message>
        <message>
            <source>Round 4: set-ups of three minutes</source>
            <translation>Runde 4: drei Minuten Rüsten</translation>
        </message>
        <message>
            <source>Batches of **five**, but somebody has found out how to set up in **three minutes** instead of thirty. How much sooner is the order done?</source>
            <translation>Losgröße **fünf**, aber jemand hat herausgefunden, wie man in **drei Minuten** rüstet statt in dreißig. Wie viel früher ist der Auftrag fertig?</translation>
        </message>
        <message>
            <source>Quick set-ups</source>
            <translation>Schnelles Rüsten</translation>
        </message>
        <message>
            <source>Round 5: your batch again</source>
            <translation>Runde 5: noch einmal Ihre Losgröße</translation>
        </message>
        <message>
            <source>Set-ups stay at three minutes. Is five still the right batch? Choose again (Shift+L).</source>
            <translation>Es bleibt bei drei Minuten Rüsten. Ist fünf noch die richtige Losgröße? Wählen Sie neu (Umschalt+L).</translation>
        </message>
        <message>
            <source>Our batch, quick set-ups</source>
            <translation>Unsere Losgröße, schnelles Rüsten</translation>
        </message>
        <message>
            <source>And the order, compared with batches of five?</source>
            <translation>Und der Auftrag, verglichen mit Losgröße fünf?</translation>
        </message>
        <message>
            <source>Look at the table of rounds (Workshop, key 3). What made the larger difference, the right batch or the shorter set-up?</source>
            <translation>Sehen Sie sich die Tabelle der Runden an (Workshop, Taste 3). Was hat mehr ausgemacht, das richtige Los oder das kürzere Rüsten?</translation>
        </message>
        <message>
            <source>Ten minutes more for each choice: groups draw the curve of order time over batch size from what they know so far, before they choose.</source>
            <translation>Zehn Minuten mehr für jede Wahl: Bevor sie wählen, zeichnen die Gruppen aus dem, was sie bis dahin wissen, die Kurve der Auftragsdauer über der Losgröße.</translation>
        </message>
        <message>
            <source>Let groups draw the whole curve with *Experiments* (key 2), and find the formula: the first batch has to go through all the steps, the other batches leave the slowest step one by one. What is the sum of both smallest at?</source>
            <translation>Lassen Sie Gruppen mit *Experimente* (Taste 2) die ganze Kurve zeichnen und die Formel finden: Das erste Los muss durch alle Schritte, die anderen Lose verlassen den langsamsten Schritt eines nach dem anderen. Wo ist die Summe aus beidem am kleinsten?</translation>
        </message>
        <message>
            <source>Nothing is random here. An order of M units in batches of Q is done after Σ(s + Q·p) + 50 + (M/Q - 1)·(s + 36·Q) minutes, with set-up s, work p at each step and 36 minutes at the slowest; that is smallest at Q* = √(M·s / (Σp - p max)) = √(100·30/98) = 5.5. Batches of 1, 2, 5, 10, 20 and 100 take 6,868, 5,466, 4,860, 5,050, 5,880 and 13,600 minutes. Six takes 4,828, a little less than five, because the last batch has only four units; the formula knows only whole batches. The first unit always likes small batches: 334 minutes at one, 2,880 at twenty. With set-ups of three minutes, five takes 4,212, and the best batch is 1.7: two takes 4,008 and one 4,060. So small batches are what short set-ups make possible; with long ones they cost more than they bring.</source>
            <translation>Hier ist nichts zufällig. Ein Auftrag über M Stück in Losen zu Q ist nach Σ(s + Q·p) + 50 + (M/Q - 1)·(s + 36·Q) Minuten fertig, mit der Rüstzeit s, der Arbeit p an jedem Schritt und 36 Minuten am langsamsten; das ist am kleinsten bei Q* = √(M·s / (Σp - p max)) = √(100·30/98) = 5,5. Losgrößen von 1, 2, 5, 10, 20 und 100 brauchen 6.868, 5.466, 4.860, 5.050, 5.880 und 13.600 Minuten. Sechs braucht 4.828, etwas weniger als fünf, weil das letzte Los nur vier Stück hat; die Formel kennt nur volle Lose. Für das erste Stück sind kleine Lose immer besser: 334 Minuten bei eins, 2.880 bei zwanzig. Mit drei Minuten Rüsten braucht fünf 4.212, und die beste Losgröße ist 1,7: Zwei braucht 4.008 und eins 4.060. Kurzes Rüsten macht kleine Lose also erst möglich; bei langem kosten sie mehr, als sie bringen.</translation>
        </message>
        <message>
            <source>What is a set-up in your work?</source>
            <translation>Was ist bei Ihrer Arbeit das Rüsten?</translation>
        </message>
        <message>
            <source>Who could make it shorter, and is it worth more than choosing the batch?</source>
            <translation>Wer könnte es kürzer machen, und bringt das mehr als die Wahl des Loses?</translation>
        </message>
        <message>
            <source>Is your batch what it is because somebody chose it?</source>
            <translation>Ist Ihr Los so groß, weil es jemand so gewählt hat?</translation>
        </message>
        <message>
            <source>Too much at once</source>
            <translation>Zu viel auf einmal</translation>
        </message>
        <message>
            <source>Every switch between cards costs time. How few at once are too few?</source>
            <translation>Jeder Kartenwechsel kostet Zeit. Wie wenige auf einmal sind zu wenige?</translation>
        </message>
        <message>
            <source>The software team again, with more work than it can do, and with a price for doing many things at once: every card beyond one for each person makes all work take longer. The limit over the whole board is 24, which is hardly one at all. Turn it down, and look at lead time, which is what customers wait: how far down does it help, and from where on does it hurt? Restart after each change, and pin the run before.</source>
            <translation>Noch einmal das Softwareteam, mit mehr Arbeit, als es schafft, und mit einem Preis dafür, vieles zugleich zu tun: Jede Karte über eine pro Person hinaus lässt alle Arbeit länger dauern. Das Limit für das ganze Board ist 24, also so gut wie keines. Senken Sie es und achten Sie auf die Durchlaufzeit, denn so lange warten Kunden: Bis wohin hilft es, und ab wo schadet es? Starten Sie nach jeder Änderung neu und heften Sie vorher den Lauf an.</translation>
        </message>
        <message>
            <source>How few things at once are too few, with and without a price for switching.</source>
            <translation>Wie wenige Karten auf einmal zu wenige sind, mit und ohne Preis für das Wechseln.</translation>
        </message>
        <message>
            <source>Nothing lost in switching</source>
            <translation>Wechseln kostet nichts</translation>
        </message>
        <message>
            <source>The same team with the same work, but switching between cards costs nothing.</source>
            <translation>Dasselbe Team mit derselben Arbeit, aber das Wechseln zwischen Karten kostet nichts.</translation>
        </message>
        <message>
            <source>Three columns</source>
            <translation>Drei Spalten</translation>
        </message>
        <message>
            <source>First</source>
            <translation>Erste</translation>
        </message>
        <message>
            <source>Second</source>
            <translation>Zweite</translation>
        </message>
        <message>
            <source>Third</source>
            <translation>Dritte</translation>
        </message>
        <message>
            <source>Three people in a row, a day each on average, and work for half of their time.</source>
            <translation>Drei Personen hintereinander, im Durchschnitt je ein Tag, und Arbeit für die Hälfte ihrer Zeit.</translation>
        </message>
        <message>
            <source>Everybody works on everything</source>
            <translation>Alle arbeiten an allem</translation>
        </message>
        <message>
            <source>More work comes than this team can do, and every switch between cards costs time. Watch how long a card stays.</source>
            <translation>Es kommt mehr Arbeit, als dieses Team schafft, und jeder Wechsel zwischen Karten kostet Zeit. Achten Sie darauf, wie lange eine Karte bleibt.</translation>
        </message>
        <message>
            <source>A hundred and twenty days with room for 24 cards.</source>
            <translation>Hundertzwanzig Tage mit Platz für 24 Karten.</translation>
        </message>
        <message>
            <source>Room for 24</source>
            <translation>Platz für 24</translation>
        </message>
        <message>
            <source>Round 2: your limit</source>
            <translation>Runde 2: Ihr Limit</translation>
        </message>
        <message>
            <source>Choose one limit for the whole board (click the number over the columns), and predict.</source>
            <translation>Wählen Sie ein Limit für das ganze Board (Klick auf die Zahl über den Spalten) und geben Sie Ihren Tipp ab.</translation>
        </message>
        <message>
            <source>Our limit</source>
            <translation>Unser Limit</translation>
        </message>
        <message>
            <source>And the lead time, compared with room for 24?</source>
            <translation>Und die Durchlaufzeit, verglichen mit Platz für 24?</translation>
        </message>
        <message>
            <source>Round 3: even fewer</source>
            <translation>Runde 3: noch weniger</translation>
        </message>
        <message>
            <source>Room for **two**. Better still?</source>
            <translation>Platz für **zwei**. Noch besser?</translation>
        </message>
        <message>
            <source>Room for two</source>
            <translation>Platz für zwei</translation>
        </message>
        <message>
            <source>And the lead time, compared with your limit?</source>
            <translation>Und die Durchlaufzeit, verglichen mit Ihrem Limit?</translation>
        </message>
        <message>
            <source>Round 4: nothing lost in switching</source>
            <translation>Runde 4: Wechseln kostet nichts</translation>
        </message>
        <message>
            <source>The same team with the same work, but now **switching costs nothing**. Room for 24.</source>
            <translation>Dasselbe Team mit derselben Arbeit, aber jetzt **kostet Wechseln nichts**. Platz für 24.</translation>
        </message>
        <message>
            <source>No switching, 24</source>
            <translation>Ohne Wechselkosten, 24</translation>
        </message>
        <message>
            <source>Days from start to Done, on average?</source>
            <translation>Tage von Beginn bis Fertig, im Durchschnitt?</translation>
        </message>
        <message>
            <source>Round 5: nothing lost, room for six</source>
            <translation>Runde 5: Wechseln kostet nichts, Platz für sechs</translation>
        </message>
        <message>
            <source>And room for six. Does the limit help here too?</source>
            <translation>Und Platz für sechs. Hilft das Limit auch hier?</translation>
        </message>
        <message>
            <source>Cycle time falls from 11.6 to 7.5 days, lead time does not: 11.6 and 12.4 days, with five cards fewer delivered. The cards wait in the backlog instead. Let the room find words for it before you do.</source>
            <translation>Die Zykluszeit sinkt von 11,6 auf 7,5 Tage, die Durchlaufzeit nicht: 11,6 und 12,4 Tage, und fünf Karten weniger werden geliefert. Die Karten warten stattdessen im Backlog. Lassen Sie den Raum dafür Worte finden, bevor Sie es tun.</translation>
        </message>
        <message>
            <source>No switching, six</source>
            <translation>Ohne Wechselkosten, sechs</translation>
        </message>
        <message>
            <source>Round 6: enough time, no limits</source>
            <translation>Runde 6: genug Zeit, keine Limits</translation>
        </message>
        <message>
            <source>Three people in a row with work for **half** of their time, a thousand days, no limits, nothing lost in switching.</source>
            <translation>Drei Personen hintereinander mit Arbeit für die **Hälfte** ihrer Zeit, tausend Tage, keine Limits, und Wechseln kostet nichts.</translation>
        </message>
        <message>
            <source>Three columns, no limits</source>
            <translation>Drei Spalten, keine Limits</translation>
        </message>
        <message>
            <source>Round 7: enough time, room for three each</source>
            <translation>Runde 7: genug Zeit, Platz für je drei</translation>
        </message>
        <message>
            <source>The same work with room for three cards in each column.</source>
            <translation>Dieselbe Arbeit mit Platz für drei Karten in jeder Spalte.</translation>
        </message>
        <message>
            <source>Three columns, three each</source>
            <translation>Drei Spalten, je drei</translation>
        </message>
        <message>
            <source>And the lead time, compared with no limits?</source>
            <translation>Und die Durchlaufzeit, verglichen mit der Runde ohne Limits?</translation>
        </message>
        <message>
            <source>Look at the table of rounds (Workshop, key 3). When did a limit make customers wait less, and when did it only move where they wait?</source>
            <translation>Sehen Sie sich die Tabelle der Runden an (Workshop, Taste 3). Wann hat ein Limit Kunden weniger warten lassen, und wann hat es nur verschoben, wo sie warten?</translation>
        </message>
        <message>
            <source>Say at the end that the answer would be another one if switching cost nothing.</source>
            <translation>Sagen Sie am Ende, dass die Antwort anders wäre, wenn Wechseln nichts kosten würde.</translation>
        </message>
        <message>
            <source>Rounds 4 and 5 are what most games leave out. Keep ten minutes for them.</source>
            <translation>Die Runden 4 und 5 lassen die meisten Spiele weg. Halten Sie zehn Minuten dafür frei.</translation>
        </message>
        <message>
            <source>Let groups look for the best limit by experiment (key 2) after round 3.</source>
            <translation>Lassen Sie Gruppen nach Runde 3 das beste Limit per Experiment suchen (Taste 2).</translation>
        </message>
        <message>
            <source>The honest answer is a U: too many and too few are both worse. Room for 24 brings a lead time of 16.7 days and 65 cards, room for 6 12.4 days and 85, room for 2 24.2 days and 41. Tried on a hundred other seeds, six was the best of these three on 94, in lead time and in cards. Without the cost of switching, six shortened cycle time on all of a hundred seeds and lead time on none of them by more than a twentieth: there a limit moves the waiting from the board to the backlog. With three columns that have enough time it is 6.00 days without limits in the long run and 6.03 with three each, and on 99 of a hundred seeds a thousand days of the two differ by less than a twentieth. Lead time, the customer's wait, stands first for that reason; and look at how many cards were not delivered beside it, because those are the slow ones.</source>
            <translation>Die ehrliche Antwort ist ein U: Zu viele sind schlechter, und zu wenige auch. Platz für 24 bringt eine Durchlaufzeit von 16,7 Tagen und 65 Karten, Platz für 6 bringt 12,4 Tage und 85, Platz für 2 bringt 24,2 Tage und 41. Mit hundert anderen Startzahlen war sechs bei 94 das beste dieser drei, nach Durchlaufzeit und nach Karten. Ohne Wechselkosten verkürzte sechs bei allen hundert Startzahlen die Zykluszeit, aber bei keiner die Durchlaufzeit um mehr als ein Zwanzigstel: Dort verschiebt ein Limit das Warten vom Board ins Backlog. Bei drei Spalten mit genug Zeit sind es auf Dauer 6,00 Tage ohne Limits und 6,03 mit je drei, und bei 99 von hundert Startzahlen unterscheiden sich tausend Tage der beiden um weniger als ein Zwanzigstel. Deshalb steht die Durchlaufzeit, das Warten des Kunden, an erster Stelle; und sehen Sie daneben nach, wie viele Karten nicht geliefert wurden, denn das sind die langsamen.</translation>
        </message>
        <message>
            <source>What does a switch cost you?</source>
            <translation>Was kostet Sie ein Wechsel?</translation>
        </message>
        <message>
            <source>Who would have to agree to a limit?</source>
            <translation>Wer müsste einem Limit zustimmen?</translation>
        </message>
        <message>
            <source>Dice game</source>
            <translation>Würfelspiel</translation>
        </message>
        <message>
            <source>Everybody can do 35 in ten rolls. How many come out at the end of the row?</source>
            <translation>Jeder schafft 35 in zehn Würfen. Wie viele kommen am Ende der Reihe heraus?</translation>
        </message>
        <message>
            <source>Bowl 1</source>
            <translation>Schale 1</translation>
        </message>
        <message>
            <source>Bowl 2</source>
            <translation>Schale 2</translation>
        </message>
        <message>
            <source>Bowl 3</source>
            <translation>Schale 3</translation>
        </message>
        <message>
            <source>Bowl 4</source>
            <translation>Schale 4</translation>
        </message>
        <message>
            <source>Five people in a row, a die each. In every round each of them rolls, in turn, and hands on as many as the die says, if there are so many. Guided rolls the dice; here, move cards by hand with dice of your own.</source>
            <translation>Fünf Personen in einer Reihe, jede mit einem Würfel. In jeder Runde würfeln sie nacheinander und geben so viele weiter, wie der Würfel zeigt, falls so viele da sind. „Geführt“ übernimmt das Würfeln; hier ziehen Sie die Karten von Hand, mit eigenen Würfeln.</translation>
        </message>
        <message>
            <source>Why a row of people who can each do 35 does not deliver 35.</source>
            <translation>Warum eine Reihe von Leuten, von denen jeder 35 schafft, keine 35 liefert.</translation>
        </message>
        <message>
            <source>Five people, a die each</source>
            <translation>Fünf Personen, je ein Würfel</translation>
        </message>
        <message>
            <source>Everybody rolls a die in turn, from the left, and hands on as many as it says, **if there are so many** in the bowl before them. A die shows 3.5 on average, so everybody can hand on about 35 in ten rolls.

Look at the board: who takes from where?</source>
            <translation>Alle würfeln der Reihe nach, von links, und geben so viele weiter, wie der Würfel zeigt, **falls so viele** in der Schale vor ihnen liegen. Ein Würfel zeigt im Durchschnitt 3,5, also kann jeder in zehn Würfen etwa 35 weitergeben.

Sehen Sie sich das Board an: Wer nimmt woher?</translation>
        </message>
        <message>
            <source>Round 1: ten rolls</source>
            <translation>Runde 1: zehn Würfe</translation>
        </message>
        <message>
            <source>All bowls are empty at first. How many will the last person have handed on after ten rolls?</source>
            <translation>Am Anfang sind alle Schalen leer. Wie viele hat die letzte Person nach zehn Würfen weitergegeben?</translation>
        </message>
        <message>
            <source>Roll slowly at first (Space), and ask at each roll who could have done more. Nobody is lazy here, and on this seed nobody rolls badly either: the five come to 33, 36, 37, 35 and 37 in their ten rolls. What comes out is 24.</source>
            <translation>Würfeln Sie am Anfang langsam (Leertaste) und fragen Sie bei jedem Wurf, wer mehr hätte schaffen können. Niemand ist hier faul, und mit dieser Startzahl würfelt auch niemand schlecht: Die fünf kommen in ihren zehn Würfen auf 33, 36, 37, 35 und 37. Heraus kommen 24.</translation>
        </message>
        <message>
            <source>Ten rolls</source>
            <translation>Zehn Würfe</translation>
        </message>
        <message>
            <source>How many will the last person have handed on?</source>
            <translation>Wie viele hat die letzte Person weitergegeben?</translation>
        </message>
        <message>
            <source>Compared with the 35 that everybody can do?</source>
            <translation>Verglichen mit den 35, die jeder schafft?</translation>
        </message>
        <message>
            <source>more than 35</source>
            <translation>mehr als 35</translation>
        </message>
        <message>
            <source>30 to 35</source>
            <translation>30 bis 35</translation>
        </message>
        <message>
            <source>fewer than 30</source>
            <translation>weniger als 30</translation>
        </message>
        <message>
            <source>Eight lie in the second bowl.</source>
            <translation>In der zweiten Schale liegen acht.</translation>
        </message>
        <message>
            <source>Round 2: threes and fours</source>
            <translation>Runde 2: Dreien und Vieren</translation>
        </message>
        <message>
            <source>Everybody still hands on 3.5 on average, but the dice show only **threes and fours**. How many now?</source>
            <translation>Jeder gibt weiterhin im Durchschnitt 3,5 weiter, aber die Würfel zeigen nur **Dreien und Vieren**. Wie viele sind es jetzt?</translation>
        </message>
        <message>
            <source>Threes and fours</source>
            <translation>Dreien und Vieren</translation>
        </message>
        <message>
            <source>And compared with ordinary dice?</source>
            <translation>Und verglichen mit gewöhnlichen Würfeln?</translation>
        </message>
        <message>
            <source>more</source>
            <translation>mehr</translation>
        </message>
        <message>
            <source>fewer</source>
            <translation>weniger</translation>
        </message>
        <message>
            <source>Round 3: twenty rolls</source>
            <translation>Runde 3: zwanzig Würfe</translation>
        </message>
        <message>
            <source>Ordinary dice again, twice as long. Everybody can hand on 70. How many come out?</source>
            <translation>Wieder gewöhnliche Würfel, doppelt so lange. Jeder kann 70 weitergeben. Wie viele kommen heraus?</translation>
        </message>
        <message>
            <source>51.7 on average, of 70: a larger share than in ten rolls, because more and more lies in the bowls, and who rolls high finds something to hand on. It gets closer to 3.5 a roll the longer it goes on, and the bowls get fuller all the time. Is that a good bargain?</source>
            <translation>Im Durchschnitt 51,7 von 70: ein größerer Anteil als bei zehn Würfen, denn in den Schalen liegt immer mehr, und wer hoch würfelt, findet etwas zum Weitergeben. Je länger es dauert, desto näher kommt man an 3,5 pro Wurf, und die Schalen werden dabei immer voller. Ist das ein gutes Geschäft?</translation>
        </message>
        <message>
            <source>Twenty rolls</source>
            <translation>Zwanzig Würfe</translation>
        </message>
        <message>
            <source>Compared with the 70 that everybody can do?</source>
            <translation>Verglichen mit den 70, die jeder schafft?</translation>
        </message>
        <message>
            <source>more than 60</source>
            <translation>mehr als 60</translation>
        </message>
        <message>
            <source>50 to 60</source>
            <translation>50 bis 60</translation>
        </message>
        <message>
            <source>fewer than 50</source>
            <translation>weniger als 50</translation>
        </message>
        <message>
            <source>Real dice at the tables</source>
            <translation>Echte Würfel an den Tischen</translation>
        </message>
        <message>
            <source>Five people at a table, four bowls between them, a box of matches, a die each. Play ten rolls and count what the last one has handed on. Then compare the tables.

Was it the people, or the dice?</source>
            <translation>Fünf Personen an einem Tisch, zwischen ihnen vier Schalen, dazu eine Schachtel Streichhölzer und für jeden ein Würfel. Spielen Sie zehn Würfe und zählen Sie, was die letzte Person weitergegeben hat. Vergleichen Sie dann die Tische.

Lag es an den Leuten oder an den Würfeln?</translation>
        </message>
        <message>
            <source>Tables with the same rules and the same dice come to between about 16 and 31: two standard deviations of 3.6 to either side. Let somebody praise the best table and blame the worst one, and then play again.</source>
            <translation>Tische mit gleichen Regeln und gleichen Würfeln kommen auf etwa 16 bis 31: zwei Standardabweichungen von 3,6 nach beiden Seiten. Lassen Sie jemanden den besten Tisch loben und den schlechtesten tadeln, und spielen Sie dann noch einmal.</translation>
        </message>
        <message>
            <source>Look at the table of rounds (Workshop, key 3). Where did the missing ones go? Everybody rolled about 35.</source>
            <translation>Sehen Sie sich die Tabelle der Runden an (Workshop, Taste 3). Wo sind die fehlenden geblieben? Jeder hat etwa 35 gewürfelt.</translation>
        </message>
        <message>
            <source>Let the room play ten rolls with real dice first, five people at a table.</source>
            <translation>Lassen Sie den Raum zuerst zehn Würfe mit echten Würfeln spielen, fünf Personen pro Tisch.</translation>
        </message>
        <message>
            <source>The spread between the tables is the second lesson: praise and blame for luck.</source>
            <translation>Die Unterschiede zwischen den Tischen sind die zweite Lektion: Lob und Tadel für Glück und Pech.</translation>
        </message>
        <message>
            <source>After the match game of Goldratt and Cox, The Goal. In ten rolls from empty bowls 23.3 come out on average, not 35; in twenty 51.7, not 70. With threes and fours it is 31.8 of 35 and 64.9 of 70. Filling the bowls costs nothing, because what is handed on may go on in the same roll: if every die showed three, 30 of 30 would come out. So all that is missing is variation, handed on from one to the next: what is lost when somebody rolls high over an empty bowl never comes back. This seed brings 24, 32 and 52. On a hundred seeds ten rolls brought fewer than 30 on 93, and threes and fours brought more than ordinary dice on 99. The same seed rolls the same dice again; each step sets its board up anew, seed included, so choose another seed (the number at the top) after it is set up.</source>
            <translation>Nach dem Streichholzspiel aus „Das Ziel“ von Goldratt und Cox. In zehn Würfen kommen bei anfangs leeren Schalen im Durchschnitt 23,3 heraus, nicht 35; in zwanzig 51,7, nicht 70. Mit Dreien und Vieren sind es 31,8 von 35 und 64,9 von 70. Das Füllen der Schalen kostet nichts, denn was weitergegeben wird, kann im selben Wurf noch weiterwandern: Zeigte jeder Würfel eine Drei, kämen 30 von 30 heraus. Alles, was fehlt, geht also auf die Schwankung zurück, die von einem zum nächsten weitergereicht wird: Was verloren geht, wenn jemand vor einer leeren Schale hoch würfelt, kommt nie zurück. Diese Startzahl bringt 24, 32 und 52. Mit hundert Startzahlen brachten zehn Würfe bei 93 weniger als 30, und Dreien und Vieren brachten bei 99 mehr als gewöhnliche Würfel. Dieselbe Startzahl würfelt wieder dasselbe; jeder Schritt richtet sein Board neu ein, samt Startzahl. Wählen Sie eine andere Startzahl (die Zahl oben) also erst danach.</translation>
        </message>
        <message>
            <source>Where does your work wait for somebody who rolled low?</source>
            <translation>Wo wartet Ihre Arbeit auf jemanden, der niedrig gewürfelt hat?</translation>
        </message>
        <message>
            <source>What would make your dice more even?</source>
            <translation>Was würde Ihre Würfel gleichmäßiger machen?</translation>
        </message>
        <message>
            <source>What would a bowl that is never empty cost, and what would it bring?</source>
            <translation>Was würde eine Schale kosten, die nie leer ist, und was würde sie bringen?</translation>
        </message>
        <message>
            <source>Support desk</source>
            <translation>Support-Hotline</translation>
        </message>
        <message>
            <source>Two people, busy nine tenths of the time. How long does a caller wait?</source>
            <translation>Zwei Personen, neun Zehntel der Zeit beschäftigt. Wie lange wartet ein Anrufer?</translation>
        </message>
        <message>
            <source>In the queue</source>
            <translation>In der Warteschlange</translation>
        </message>
        <message>
            <source>On the phone</source>
            <translation>Am Telefon</translation>
        </message>
        <message>
            <source>Calls come in at random and two people answer them; they are busy nine tenths of the time. That sounds comfortable: look at how long a caller waits, and at what a third person changes, once the limit leaves room for a third caller on the phone.</source>
            <translation>Anrufe kommen zufällig, und zwei Personen nehmen sie an; sie sind neun Zehntel der Zeit beschäftigt. Das klingt entspannt: Achten Sie darauf, wie lange ein Anrufer wartet und was eine dritte Person ändert, sobald das Limit einem dritten Anrufer am Telefon Platz lässt.</translation>
        </message>
        <message>
            <source>How waiting grows when people are busy nearly all of the time.</source>
            <translation>Wie das Warten wächst, wenn Leute fast die ganze Zeit beschäftigt sind.</translation>
        </message>
        <message>
            <source>Two people, and callers</source>
            <translation>Zwei Personen und ihre Anrufer</translation>
        </message>
        <message>
            <source>Calls come at random, and take a quarter of an hour on average. Press *Play*: are both people busy all of the time?</source>
            <translation>Anrufe kommen zufällig und dauern im Durchschnitt eine Viertelstunde. Drücken Sie *Start*: Sind beide Personen die ganze Zeit beschäftigt?</translation>
        </message>
        <message>
            <source>Round 1: busy seven tenths of the time</source>
            <translation>Runde 1: sieben Zehntel der Zeit beschäftigt</translation>
        </message>
        <message>
            <source>5.6 calls an hour, 400 hours. How long is a caller with us?</source>
            <translation>5,6 Anrufe pro Stunde, 400 Stunden. Wie lange ist ein Anrufer bei uns?</translation>
        </message>
        <message>
            <source>Seven tenths busy</source>
            <translation>Sieben Zehntel beschäftigt</translation>
        </message>
        <message>
            <source>Hours that a caller is with us, waiting and talking, on average?</source>
            <translation>Stunden, die ein Anrufer bei uns ist, wartend und im Gespräch, im Durchschnitt?</translation>
        </message>
        <message>
            <source>What share of the time is somebody busy?</source>
            <translation>Welchen Anteil der Zeit ist jemand beschäftigt?</translation>
        </message>
        <message>
            <source>Round 2: eight tenths</source>
            <translation>Runde 2: acht Zehntel</translation>
        </message>
        <message>
            <source>A seventh more calls: 6.4 an hour. A seventh more waiting?</source>
            <translation>Ein Siebtel mehr Anrufe: 6,4 pro Stunde. Auch ein Siebtel mehr Wartezeit?</translation>
        </message>
        <message>
            <source>Eight tenths busy</source>
            <translation>Acht Zehntel beschäftigt</translation>
        </message>
        <message>
            <source>And compared with the round before?</source>
            <translation>Und verglichen mit der Runde davor?</translation>
        </message>
        <message>
            <source>Round 3: nine tenths</source>
            <translation>Runde 3: neun Zehntel</translation>
        </message>
        <message>
            <source>7.2 calls an hour. Both people are still free a tenth of the time.</source>
            <translation>7,2 Anrufe pro Stunde. Beide Personen sind immer noch ein Zehntel der Zeit frei.</translation>
        </message>
        <message>
            <source>Nine tenths busy</source>
            <translation>Neun Zehntel beschäftigt</translation>
        </message>
        <message>
            <source>Round 4: ninety-five in a hundred</source>
            <translation>Runde 4: fünfundneunzig von hundert</translation>
        </message>
        <message>
            <source>7.6 calls an hour, hardly more than before.</source>
            <translation>7,6 Anrufe pro Stunde, kaum mehr als vorher.</translation>
        </message>
        <message>
            <source>Ninety-five in a hundred</source>
            <translation>Fünfundneunzig von hundert</translation>
        </message>
        <message>
            <source>Round 5: one more person</source>
            <translation>Runde 5: eine Person mehr</translation>
        </message>
        <message>
            <source>7.2 calls an hour again, three people, and room for three callers on the phone. What becomes of the wait?</source>
            <translation>Wieder 7,2 Anrufe pro Stunde, drei Personen und Platz für drei Anrufer am Telefon. Was wird aus der Wartezeit?</translation>
        </message>
        <message>
            <source>A limit of two would leave the third person idle: people help only where there is room for their work.</source>
            <translation>Bei einem Limit von zwei hätte die dritte Person nichts zu tun: Leute helfen nur dort, wo Platz für ihre Arbeit ist.</translation>
        </message>
        <message>
            <source>Three people</source>
            <translation>Drei Personen</translation>
        </message>
        <message>
            <source>And compared with two people at the same calls?</source>
            <translation>Und verglichen mit zwei Personen bei denselben Anrufen?</translation>
        </message>
        <message>
            <source>Round 6: calls that all take the same time</source>
            <translation>Runde 6: alle Anrufe gleich lang</translation>
        </message>
        <message>
            <source>7.2 calls an hour and two people again, but every call takes exactly a quarter of an hour.</source>
            <translation>Wieder 7,2 Anrufe pro Stunde und zwei Personen, aber jeder Anruf dauert genau eine Viertelstunde.</translation>
        </message>
        <message>
            <source>Half of the waiting in the queue comes from calls being of different length, the other half from their coming at random.</source>
            <translation>Die Hälfte der Wartezeit in der Warteschlange kommt daher, dass Anrufe verschieden lang sind, die andere Hälfte daher, dass sie zufällig kommen.</translation>
        </message>
        <message>
            <source>Even calls</source>
            <translation>Gleich lange Anrufe</translation>
        </message>
        <message>
            <source>And compared with calls of all lengths?</source>
            <translation>Und verglichen mit verschieden langen Anrufen?</translation>
        </message>
        <message>
            <source>Look at the table of rounds (Workshop, key 3). Draw the waiting over how busy people were. Where would you like to work?</source>
            <translation>Sehen Sie sich die Tabelle der Runden an (Workshop, Taste 3). Zeichnen Sie die Wartezeit über der Auslastung der Leute auf. Wo würden Sie gern arbeiten?</translation>
        </message>
        <message>
            <source>Draw the curve on the flip chart from these two points, and ask where 95 would be.</source>
            <translation>Zeichnen Sie die Kurve aus diesen zwei Punkten auf das Flipchart und fragen Sie, wo 95 läge.</translation>
        </message>
        <message>
            <source>Let groups draw the curve before round 4.</source>
            <translation>Lassen Sie Gruppen die Kurve vor Runde 4 zeichnen.</translation>
        </message>
        <message>
            <source>Then *Experiments* (key 2): the curve of utilisation from many runs, with the formula beside it.</source>
            <translation>Danach *Experimente* (Taste 2): die Auslastungskurve aus vielen Läufen, mit der Formel daneben.</translation>
        </message>
        <message>
            <source>Waiting does not grow in proportion: it grows without bound as the load nears 100 %. On this seed 400 hours bring 0.50 hours at seven tenths, 0.67 at eight, 1.23 at nine and 1.96 at ninety-five in a hundred. In the long run it is 0.49, 0.69, 1.32 and 2.56 (Erlang C): 400 hours are hardly enough for the last one, and start with an empty queue. On a hundred other seeds the steps from eight to nine and from nine to ninety-five each cost more than the step from seven to eight on all of them. Three people at nine tenths of two: 0.32 in the long run.</source>
            <translation>Wartezeit wächst nicht proportional: Sie wächst über alle Grenzen, wenn sich die Auslastung 100 % nähert. Mit dieser Startzahl ergeben 400 Stunden 0,50 Stunden bei sieben Zehnteln, 0,67 bei acht, 1,23 bei neun und 1,96 bei fünfundneunzig von hundert. Auf Dauer sind es 0,49, 0,69, 1,32 und 2,56 (Erlang C): 400 Stunden reichen für den letzten Wert kaum aus und beginnen mit einer leeren Warteschlange. Mit hundert anderen Startzahlen kosteten die Schritte von acht auf neun und von neun auf fünfundneunzig in allen Fällen jeweils mehr als der Schritt von sieben auf acht. Drei Personen bei neun Zehnteln von zweien: 0,32 auf Dauer.</translation>
        </message>
        <message>
            <source>How busy are your people, and who waits for it?</source>
            <translation>Wie beschäftigt sind Ihre Leute, und wer wartet deshalb?</translation>
        </message>
        <message>
            <source>What would you give up to have a tenth of the time free?</source>
            <translation>Was würden Sie aufgeben, um ein Zehntel der Zeit frei zu haben?</translation>
        </message>
        <message>
            <source>Fast lane</source>
            <translation>Schnellspur</translation>
        </message>
        <message>
            <source>One repair in ten goes before all others. Who gains, and who pays?</source>
            <translation>Jede zehnte Reparatur hat Vorrang. Wer gewinnt, und wer bezahlt?</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>Warten</translation>
        </message>
        <message>
            <source>Repair</source>
            <translation>Reparatur</translation>
        </message>
        <message>
            <source>One mechanic, busy four fifths of the time. One repair in ten is urgent and goes before all others as soon as the mechanic is free. What does the fast lane bring those who are in it, and who pays for it?</source>
            <translation>Ein Mechaniker, vier Fünftel der Zeit beschäftigt. Jede zehnte Reparatur ist dringend und kommt vor allen anderen dran, sobald er frei ist. Was bringt die Schnellspur denen, die sie benutzen, und wer bezahlt dafür?</translation>
        </message>
        <message>
            <source>Urgent</source>
            <translation>Dringend</translation>
        </message>
        <message>
            <source>What a fast lane brings those who are in it, what it costs the others, and what happens when many are in it.</source>
            <translation>Was eine Schnellspur denen bringt, die sie benutzen, was sie die anderen kostet und was passiert, wenn viele sie benutzen.</translation>
        </message>
        <message>
            <source>One mechanic, and a queue</source>
            <translation>Ein Mechaniker und eine Warteschlange</translation>
        </message>
        <message>
            <source>Repairs come at random and take a random time, a day on average. The mechanic is busy four fifths of the time. Orange ones are **urgent**: they go before all others.

Press *Play*, and follow a blue one.</source>
            <translation>Reparaturen kommen zufällig und dauern zufällig lange, im Durchschnitt einen Tag. Der Mechaniker ist vier Fünftel der Zeit beschäftigt. Die orangen sind **dringend**: Sie kommen vor allen anderen dran.

Drücken Sie *Start* und verfolgen Sie eine blaue.</translation>
        </message>
        <message>
            <source>Round 1: no fast lane</source>
            <translation>Runde 1: keine Schnellspur</translation>
        </message>
        <message>
            <source>Here urgent repairs wait in line like all others. 500 days.</source>
            <translation>Hier stehen dringende Reparaturen in der Schlange wie alle anderen. 500 Tage.</translation>
        </message>
        <message>
            <source>No fast lane</source>
            <translation>Keine Schnellspur</translation>
        </message>
        <message>
            <source>How many days does a repair take from arrival to Done, on average?</source>
            <translation>Wie viele Tage braucht eine Reparatur von der Ankunft bis Fertig, im Durchschnitt?</translation>
        </message>
        <message>
            <source>Round 2: one in ten is urgent</source>
            <translation>Runde 2: jede zehnte ist dringend</translation>
        </message>
        <message>
            <source>The same repairs with the same work, but one in ten goes before the others. Who gains, and who pays? *Shift+C* shows each class in a row of its own.</source>
            <translation>Dieselben Reparaturen mit derselben Arbeit, aber jede zehnte kommt vor den anderen dran. Wer gewinnt, und wer bezahlt? *Umschalt+C* zeigt jede Klasse in einer eigenen Bahn.</translation>
        </message>
        <message>
            <source>One in ten</source>
            <translation>Jede zehnte</translation>
        </message>
        <message>
            <source>Days for an urgent repair, on average?</source>
            <translation>Tage für eine dringende Reparatur, im Durchschnitt?</translation>
        </message>
        <message>
            <source>Days for a standard one, on average?</source>
            <translation>Tage für eine Standardreparatur, im Durchschnitt?</translation>
        </message>
        <message>
            <source>And all repairs together, compared with no fast lane?</source>
            <translation>Und alle Reparaturen zusammen, verglichen mit der Runde ohne Schnellspur?</translation>
        </message>
        <message>
            <source>Round 3: three in ten are urgent</source>
            <translation>Runde 3: drei von zehn sind dringend</translation>
        </message>
        <message>
            <source>It worked so well that more people say *urgent*. Three in ten now.</source>
            <translation>Das lief so gut, dass jetzt mehr Leute *dringend* sagen. Inzwischen drei von zehn.</translation>
        </message>
        <message>
            <source>Three in ten</source>
            <translation>Drei von zehn</translation>
        </message>
        <message>
            <source>Round 4: every second one</source>
            <translation>Runde 4: jede zweite</translation>
        </message>
        <message>
            <source>Half of all repairs are urgent.</source>
            <translation>Die Hälfte aller Reparaturen ist dringend.</translation>
        </message>
        <message>
            <source>Every second one</source>
            <translation>Jede zweite</translation>
        </message>
        <message>
            <source>Round 5: help instead</source>
            <translation>Runde 5: stattdessen helfen</translation>
        </message>
        <message>
            <source>No fast lane, and every repair a tenth shorter: somebody lays out the tools before it begins. Whom does that help?</source>
            <translation>Keine Schnellspur, dafür ist jede Reparatur um ein Zehntel kürzer: Jemand legt das Werkzeug bereit, bevor sie beginnt. Wem hilft das?</translation>
        </message>
        <message>
            <source>Load falls from 80 to 72 %. In the long run a repair then takes 3.2 days instead of 5.0: better for everybody than any rule of who goes first.</source>
            <translation>Die Auslastung sinkt von 80 auf 72 %. Auf Dauer braucht eine Reparatur dann 3,2 Tage statt 5,0: besser für alle als jede Regel, wer zuerst drankommt.</translation>
        </message>
        <message>
            <source>Tools laid out</source>
            <translation>Werkzeug bereit</translation>
        </message>
        <message>
            <source>And compared with no fast lane at a full day each?</source>
            <translation>Und verglichen mit einem vollen Tag pro Reparatur, ohne Schnellspur?</translation>
        </message>
        <message>
            <source>Look at the table of rounds (Workshop, key 3). What did the fast lane do to all repairs together? Whose wait was it that the urgent ones did not have?</source>
            <translation>Sehen Sie sich die Tabelle der Runden an (Workshop, Taste 3). Was hat die Schnellspur mit allen Reparaturen zusammen gemacht? Wer hat gewartet, damit die dringenden es nicht mussten?</translation>
        </message>
        <message>
            <source>Ask for the guesses of round 2 by show of hands.</source>
            <translation>Lassen Sie die Tipps für Runde 2 per Handzeichen abgeben.</translation>
        </message>
        <message>
            <source>Before round 3, let people say how many of their own cards are urgent today.</source>
            <translation>Lassen Sie die Leute vor Runde 3 sagen, wie viele ihrer eigenen Karten heute dringend sind.</translation>
        </message>
        <message>
            <source>After round 4 let groups write a rule for who may say urgent, and try it: shares of classes are in the panel at the right.</source>
            <translation>Lassen Sie nach Runde 4 Gruppen eine Regel dafür aufschreiben, wer „dringend“ sagen darf, und probieren Sie sie aus: Die Anteile der Klassen stehen rechts.</translation>
        </message>
        <message>
            <source>On this seed 500 days give 4.9 days without a fast lane; with one in ten urgent 1.9 for those and 5.2 for the others, with three in ten 2.1 and 6.1. In the long run, by Cobham's formula, it is 5.0 without; 1.87 and 5.35 with one in ten, 2.05 and 6.26 with three, 2.33 and 7.67 with five. All repairs together always take 5.0: a fast lane moves waiting, it does not take any away. On a hundred other seeds the standard repairs waited longer than without a fast lane on 99, longer still with three in ten on all of them, and all repairs together stayed within a tenth of what they were on all of them. Every second one urgent brings 2.5 and 7.4 days here; tools laid out bring 3.4 to all, 3.2 in the long run. 500 days are one sample: on nineteen of twenty seeds the average without a fast lane lies between about 2.6 and 11 days.</source>
            <translation>Mit dieser Startzahl ergeben 500 Tage 4,9 Tage ohne Schnellspur; wenn jede zehnte dringend ist, 1,9 für diese und 5,2 für die anderen, bei drei von zehn 2,1 und 6,1. Auf Dauer sind es nach Cobhams Formel 5,0 ohne; 1,87 und 5,35 bei einer von zehn, 2,05 und 6,26 bei drei, 2,33 und 7,67 bei fünf. Alle Reparaturen zusammen brauchen immer 5,0: Eine Schnellspur verschiebt das Warten, sie nimmt keines weg. Mit hundert anderen Startzahlen warteten die Standardreparaturen bei 99 länger als ohne Schnellspur, bei drei von zehn in allen Fällen noch länger, und alle Reparaturen zusammen blieben in allen Fällen bis auf ein Zehntel bei dem, was sie waren. Ist jede zweite dringend, bringt das hier 2,5 und 7,4 Tage; bereitgelegtes Werkzeug bringt 3,4 für alle, auf Dauer 3,2. 500 Tage sind eine Stichprobe: Bei neunzehn von zwanzig Startzahlen liegt der Durchschnitt ohne Schnellspur etwa zwischen 2,6 und 11 Tagen.</translation>
        </message>
        <message>
            <source>How many of your cards are urgent, and who pays for them?</source>
            <translation>Wie viele Ihrer Karten sind dringend, und wer bezahlt dafür?</translation>
        </message>
        <message>
            <source>What would keep the fast lane fast?</source>
            <translation>Was würde die Schnellspur schnell halten?</translation>
        </message>
        <message>
            <source>Rework and blockers</source>
            <translation>Nacharbeit und Blockaden</translation>
        </message>
        <message>
            <source>Some work comes back, some gets stuck. What does that cost all the rest?</source>
            <translation>Manches kommt zurück, manches bleibt stecken. Was kostet das den Rest?</translation>
        </message>
        <message>
            <source>Work</source>
            <translation>Arbeit</translation>
        </message>
        <message>
            <source>One person does everything, and is busy little more than half of the time. One piece of work in ten has to be done again. What if it were three in ten, or if one piece in ten got stuck on something outside?</source>
            <translation>Eine Person macht alles und ist wenig mehr als die Hälfte der Zeit beschäftigt. Jede zehnte Aufgabe muss noch einmal gemacht werden. Und wenn es drei von zehn wären, oder wenn jede zehnte stecken bliebe, weil etwas von außen fehlt?</translation>
        </message>
        <message>
            <source>What it costs everybody else when some work has to be done again, or gets stuck.</source>
            <translation>Was es die übrige Arbeit kostet, wenn manches noch einmal gemacht werden muss oder stecken bleibt.</translation>
        </message>
        <message>
            <source>Blockers</source>
            <translation>Blockaden</translation>
        </message>
        <message>
            <source>One person, work that takes exactly a day, and one piece in ten gets stuck on something outside for four days on average.</source>
            <translation>Eine Person, Arbeit, die genau einen Tag dauert, und jede zehnte Aufgabe bleibt im Durchschnitt vier Tage stecken, weil etwas von außen fehlt.</translation>
        </message>
        <message>
            <source>Not quite right yet</source>
            <translation>Noch nicht ganz richtig</translation>
        </message>
        <message>
            <source>One person does everything, a day each on average, and is busy about three fifths of the time. **One piece in ten** has to be done again.

Press *Play*. Does that one piece in ten show?</source>
            <translation>Eine Person macht alles, im Durchschnitt einen Tag pro Aufgabe, und ist etwa drei Fünftel der Zeit beschäftigt. **Jede zehnte Aufgabe** muss noch einmal gemacht werden.

Drücken Sie *Start*. Merkt man diese eine von zehn?</translation>
        </message>
        <message>
            <source>Round 1: one in ten again</source>
            <translation>Runde 1: jede zehnte noch einmal</translation>
        </message>
        <message>
            <source>500 days.</source>
            <translation>500 Tage.</translation>
        </message>
        <message>
            <source>One in ten again</source>
            <translation>Jede zehnte noch einmal</translation>
        </message>
        <message>
            <source>Days from arrival to Done, on average?</source>
            <translation>Tage von der Ankunft bis Fertig, im Durchschnitt?</translation>
        </message>
        <message>
            <source>Round 2: three in ten again</source>
            <translation>Runde 2: drei von zehn noch einmal</translation>
        </message>
        <message>
            <source>The same pieces, but three in ten have to be done again. It is less than a third more work; is it less than a third more time?</source>
            <translation>Dieselben Aufgaben, aber drei von zehn müssen noch einmal gemacht werden. Das ist weniger als ein Drittel mehr Arbeit; dauert es auch weniger als ein Drittel länger?</translation>
        </message>
        <message>
            <source>Three in ten again</source>
            <translation>Drei von zehn noch einmal</translation>
        </message>
        <message>
            <source>Round 3: right the first time</source>
            <translation>Runde 3: gleich richtig</translation>
        </message>
        <message>
            <source>Nothing has to be done again. How much was the one in ten worth?</source>
            <translation>Nichts muss noch einmal gemacht werden. Was hat die eine von zehn ausgemacht?</translation>
        </message>
        <message>
            <source>Right the first time</source>
            <translation>Gleich richtig</translation>
        </message>
        <message>
            <source>And compared with one in ten?</source>
            <translation>Und verglichen mit „jede zehnte“?</translation>
        </message>
        <message>
            <source>Round 4: stuck, and waiting for it</source>
            <translation>Runde 4: stecken geblieben und gewartet</translation>
        </message>
        <message>
            <source>Another person: work takes exactly a day and never has to be done again. But one piece in ten gets **stuck on something outside**, for four days on average, and the person waits for it.</source>
            <translation>Eine andere Person: Die Arbeit dauert genau einen Tag und muss nie noch einmal gemacht werden. Aber jede zehnte Aufgabe **bleibt stecken, weil etwas von außen fehlt**, im Durchschnitt vier Tage, und die Person wartet darauf.</translation>
        </message>
        <message>
            <source>Stuck, and waiting</source>
            <translation>Stecken geblieben, gewartet</translation>
        </message>
        <message>
            <source>What share of the time does somebody wait for something outside?</source>
            <translation>Welchen Anteil der Zeit wartet jemand auf etwas von außen?</translation>
        </message>
        <message>
            <source>Round 5: stuck, and on with something else</source>
            <translation>Runde 5: stecken geblieben, weiter mit anderem</translation>
        </message>
        <message>
            <source>The same pieces get stuck for as long, but the person takes the next one and comes back.</source>
            <translation>Dieselben Aufgaben bleiben genauso lange stecken, aber die Person nimmt die nächste und kommt später zurück.</translation>
        </message>
        <message>
            <source>On with something else</source>
            <translation>Weiter mit anderem</translation>
        </message>
        <message>
            <source>Pieces in Work, begun or waiting, on average?</source>
            <translation>Aufgaben in „Arbeit“, begonnen oder wartend, im Durchschnitt?</translation>
        </message>
        <message>
            <source>Round 6: stuck half as often</source>
            <translation>Runde 6: halb so oft stecken geblieben</translation>
        </message>
        <message>
            <source>The person waits again, but only one in twenty gets stuck: somebody asks **before** the work begins. Which is better, this or going on with something else?</source>
            <translation>Die Person wartet wieder, aber nur eine von zwanzig Aufgaben bleibt stecken: Jemand fragt nach, **bevor** die Arbeit beginnt. Was ist besser, das oder mit anderem weiterzumachen?</translation>
        </message>
        <message>
            <source>Stuck half as often</source>
            <translation>Halb so oft</translation>
        </message>
        <message>
            <source>And compared with going on with something else?</source>
            <translation>Und verglichen mit „weiter mit anderem“?</translation>
        </message>
        <message>
            <source>Look at the table of rounds (Workshop, key 3). Everybody was busy far less than all of the time. Where did the waiting come from?</source>
            <translation>Sehen Sie sich die Tabelle der Runden an (Workshop, Taste 3). Alle waren weit weniger als die ganze Zeit beschäftigt. Woher kam das Warten?</translation>
        </message>
        <message>
            <source>Let groups collect what gets stuck in their own work, and for how long, before round 4.</source>
            <translation>Lassen Sie Gruppen vor Runde 4 sammeln, was bei ihrer eigenen Arbeit stecken bleibt, und wie lange.</translation>
        </message>
        <message>
            <source>On this seed one in ten brings 3.0 days, three in ten 6.9, none 2.3. In the long run, by the formula for one person with work that comes back, 1/(μ·(1 - p) - λ), it is 2.9, 7.1 and 2.3 days. Stuck and waiting: 10.4 days on this seed, 10.8 in the long run (Pollaczek and Khinchine, on work and waiting together), and 1.75 if nothing ever got stuck; so one piece in ten that gets stuck makes everything take six times as long. Going on with something else brings 2.2 here. Waiting while half as many get stuck brings 4.4, in the long run and on this seed. Going on is not free: more pieces are begun at once, and nothing here says what switching between them costs; the exercise *Too much at once* does. On a hundred other seeds the step from one to three in ten cost more than the step from none to one on all of them, waiting for what is stuck was longer than going on with something else on all of them, and more than twice as long on 91.</source>
            <translation>Mit dieser Startzahl ergibt eine von zehn 3,0 Tage, drei von zehn 6,9, keine 2,3. Auf Dauer sind es nach der Formel für eine Person mit Arbeit, die zurückkommt, 1/(μ·(1 - p) - λ), 2,9, 7,1 und 2,3 Tage. Stecken geblieben und gewartet: 10,4 Tage mit dieser Startzahl, 10,8 auf Dauer (Pollaczek und Khinchine, mit Arbeit und Warten zusammen), und 1,75, wenn nie etwas stecken bliebe; eine von zehn Aufgaben, die stecken bleibt, lässt also alles sechsmal so lange dauern. Mit anderem weiterzumachen bringt hier 2,2. Zu warten, während halb so viele stecken bleiben, bringt 4,4, auf Dauer und mit dieser Startzahl. Weiterzumachen ist nicht umsonst: Mehr Aufgaben sind zugleich begonnen, und nichts sagt hier, was das Wechseln zwischen ihnen kostet; das zeigt die Übung *Zu viel auf einmal*. Mit hundert anderen Startzahlen kostete der Schritt von einer auf drei von zehn in allen Fällen mehr als der Schritt von keiner auf eine, auf Steckengebliebenes zu warten dauerte in allen Fällen länger, als mit anderem weiterzumachen, und bei 91 mehr als doppelt so lange.</translation>
        </message>
        <message>
            <source>How would you notice that work comes back to you?</source>
            <translation>Woran würden Sie merken, dass Arbeit zu Ihnen zurückkommt?</translation>
        </message>
        <message>
            <source>What gets stuck most often, and who could ask before it does?</source>
            <translation>Was bleibt am häufigsten stecken, und wer könnte vorher nachfragen?</translation>
        </message>
        <message>
            <source>Penny Fab</source>
            <translation>Penny Fab</translation>
        </message>
        <message>
            <source>Four machines, and a limit on what is under way. How many are enough?</source>
            <translation>Vier Maschinen und ein Limit für das, was unterwegs ist. Wie viele reichen?</translation>
        </message>
        <message>
            <source>Head</source>
            <translation>Kopf</translation>
        </message>
        <message>
            <source>Tail</source>
            <translation>Zahl</translation>
        </message>
        <message>
            <source>Rim</source>
            <translation>Rand</translation>
        </message>
        <message>
            <source>Polish</source>
            <translation>Polieren</translation>
        </message>
        <message>
            <source>Four machines in a row, two hours each, always enough to do, and a limit on how many blanks are under way at once. Turn the limit: what do throughput and cycle time do, and from where on does one more only add waiting?</source>
            <translation>Vier Maschinen hintereinander, je zwei Stunden, immer genug zu tun und ein Limit dafür, wie viele Rohlinge zugleich unterwegs sind. Drehen Sie am Limit: Was machen Durchsatz und Zykluszeit, und ab wo bringt einer mehr nur noch Wartezeit?</translation>
        </message>
        <message>
            <source>How many things under way are enough, first where all work is even, then where it is not.</source>
            <translation>Wie viel unterwegs genug ist, zuerst bei gleichmäßiger Arbeit, dann bei ungleichmäßiger.</translation>
        </message>
        <message>
            <source>Penny Fab with uneven work</source>
            <translation>Penny Fab mit ungleichmäßiger Arbeit</translation>
        </message>
        <message>
            <source>The four machines again, two hours on average, but no two pennies take the same time.</source>
            <translation>Wieder die vier Maschinen, im Durchschnitt zwei Stunden, aber keine zwei Pennys dauern gleich lange.</translation>
        </message>
        <message>
            <source>Four machines, two hours each</source>
            <translation>Vier Maschinen, je zwei Stunden</translation>
        </message>
        <message>
            <source>There is always enough to do, but only **two** blanks may be under way at once: a limit over the whole board.

Press *Play*. How busy are the machines?</source>
            <translation>Es gibt immer genug zu tun, aber nur **zwei** Rohlinge dürfen zugleich unterwegs sein: ein Limit über das ganze Board.

Drücken Sie *Start*. Wie beschäftigt sind die Maschinen?</translation>
        </message>
        <message>
            <source>Round 1: two under way</source>
            <translation>Runde 1: zwei unterwegs</translation>
        </message>
        <message>
            <source>240 hours; the first forty are not counted, so that the line is full. How many pennies an hour, and how long is each under way?</source>
            <translation>240 Stunden; die ersten vierzig zählen nicht, damit die Linie gefüllt ist. Wie viele Pennys pro Stunde, und wie lange ist jeder unterwegs?</translation>
        </message>
        <message>
            <source>Two under way</source>
            <translation>Zwei unterwegs</translation>
        </message>
        <message>
            <source>How many pennies an hour?</source>
            <translation>Wie viele Pennys pro Stunde?</translation>
        </message>
        <message>
            <source>Hours from blank to penny, on average?</source>
            <translation>Stunden vom Rohling zum Penny, im Durchschnitt?</translation>
        </message>
        <message>
            <source>Round 2: four under way</source>
            <translation>Runde 2: vier unterwegs</translation>
        </message>
        <message>
            <source>Twice as many. Twice the pennies? Twice the time?</source>
            <translation>Doppelt so viele. Doppelt so viele Pennys? Doppelt so lange?</translation>
        </message>
        <message>
            <source>Four under way</source>
            <translation>Vier unterwegs</translation>
        </message>
        <message>
            <source>Round 3: eight under way</source>
            <translation>Runde 3: acht unterwegs</translation>
        </message>
        <message>
            <source>And twice as many again.</source>
            <translation>Und noch einmal doppelt so viele.</translation>
        </message>
        <message>
            <source>Eight under way</source>
            <translation>Acht unterwegs</translation>
        </message>
        <message>
            <source>Round 4: uneven work, four under way</source>
            <translation>Runde 4: ungleichmäßige Arbeit, vier unterwegs</translation>
        </message>
        <message>
            <source>The same machines, two hours **on average**. Four under way were exactly right. Are they still?</source>
            <translation>Dieselben Maschinen, **im Durchschnitt** zwei Stunden. Vier unterwegs waren genau richtig. Sind sie es noch?</translation>
        </message>
        <message>
            <source>Uneven, four</source>
            <translation>Ungleichmäßig, vier</translation>
        </message>
        <message>
            <source>Round 5: uneven work, twelve under way</source>
            <translation>Runde 5: ungleichmäßige Arbeit, zwölf unterwegs</translation>
        </message>
        <message>
            <source>Three times as many. What do they buy, and what do they cost?</source>
            <translation>Dreimal so viele. Was bringen sie, und was kosten sie?</translation>
        </message>
        <message>
            <source>Uneven, twelve</source>
            <translation>Ungleichmäßig, zwölf</translation>
        </message>
        <message>
            <source>Round 6: your limit</source>
            <translation>Runde 6: Ihr Limit</translation>
        </message>
        <message>
            <source>You are asked for **0.35 pennies an hour**. How few under way are enough for that? Click the number over the columns, and run.</source>
            <translation>Von Ihnen werden **0,35 Pennys pro Stunde** verlangt. Wie wenige unterwegs reichen dafür? Klicken Sie auf die Zahl über den Spalten und starten Sie den Lauf.</translation>
        </message>
        <message>
            <source>In the long run seven give 0.35 an hour and take 20 hours; on this seed, a lucky one, six are enough. Let groups look for it with *Experiments* (key 2): what if this limit were different?</source>
            <translation>Auf Dauer ergeben sieben 0,35 pro Stunde und brauchen 20 Stunden; mit dieser Startzahl, einer glücklichen, reichen sechs. Lassen Sie Gruppen mit *Experimente* (Taste 2) danach suchen: Was, wenn dieses Limit anders wäre?</translation>
        </message>
        <message>
            <source>Look at the table of rounds (Workshop, key 3). From where on did one more only add waiting? Is there such a point where work is uneven?</source>
            <translation>Sehen Sie sich die Tabelle der Runden an (Workshop, Taste 3). Ab wo brachte einer mehr nur noch Wartezeit? Gibt es so einen Punkt auch bei ungleichmäßiger Arbeit?</translation>
        </message>
        <message>
            <source>Do not leave out round 4: the first three are about work that nobody has.</source>
            <translation>Lassen Sie Runde 4 nicht weg: In den ersten drei geht es um Arbeit, die niemand hat.</translation>
        </message>
        <message>
            <source>Plot pennies an hour and hours under way over the limit, for even and uneven work, on one sheet: four curves.</source>
            <translation>Zeichnen Sie Pennys pro Stunde und Stunden unterwegs über dem Limit auf, für gleichmäßige und ungleichmäßige Arbeit, auf ein Blatt: vier Kurven.</translation>
        </message>
        <message>
            <source>After Hopp and Spearman's Penny Fab. With even work it is exact: w under way make the smaller of w/8 and 0.5 pennies an hour, and each is under way the larger of 8 and 2·w hours: two 0.25 and 8, four 0.5 and 8, eight 0.5 and 16. Four is the critical number: fewer starve machines, more only wait. With uneven work (exponential) the line is the practical worst case: w/(w + 3)·0.5 pennies an hour and 2·(w + 3) hours in the long run: four 0.29 and 14, eight 0.36 and 22, twelve 0.40 and 30. There is no point from where on one more brings nothing; it brings less and less, and always costs the same two hours. On this seed 440 hours give 0.29 and 13.5, and 0.45 and 27: a lucky one. On a hundred other seeds four made less than 0.4 on all of them, eight more than four on all of them, and twelve more than eight on all of them.</source>
            <translation>Nach der Penny Fab von Hopp und Spearman. Bei gleichmäßiger Arbeit gilt es exakt: w unterwegs ergeben den kleineren Wert von w/8 und 0,5 Pennys pro Stunde, und jeder ist so viele Stunden unterwegs wie der größere Wert von 8 und 2·w: zwei 0,25 und 8, vier 0,5 und 8, acht 0,5 und 16. Vier ist die kritische Zahl: Bei weniger sind Maschinen ohne Arbeit, mehr warten nur. Bei ungleichmäßiger Arbeit (exponentialverteilt) entspricht die Linie dem „practical worst case“: auf Dauer w/(w + 3)·0,5 Pennys pro Stunde und 2·(w + 3) Stunden: vier 0,29 und 14, acht 0,36 und 22, zwölf 0,40 und 30. Es gibt keinen Punkt, ab dem einer mehr nichts bringt; er bringt immer weniger und kostet immer dieselben zwei Stunden. Mit dieser Startzahl ergeben 440 Stunden 0,29 und 13,5 sowie 0,45 und 27: eine glückliche. Mit hundert anderen Startzahlen lieferten vier bei allen weniger als 0,4, acht bei allen mehr als vier, und zwölf bei allen mehr als acht.</translation>
        </message>
        <message>
            <source>What is your critical number, and how would you find it?</source>
            <translation>Was ist Ihre kritische Zahl, und wie würden Sie sie finden?</translation>
        </message>
        <message>
            <source>What makes your work uneven?</source>
            <translation>Was macht Ihre Arbeit ungleichmäßig?</translation>
        </message>
        <message>
            <source>Played by hand</source>
            <translation>Von Hand gespielt</translation>
        </message>
        <message>
            <source>Nothing moves by itself: the room drags every card, then plays against the rule.</source>
            <translation>Der Raum zieht jede Karte von Hand und spielt dann gegen die Regel.</translation>
        </message>
        <message>
            <source>Design</source>
            <translation>Entwurf</translation>
        </message>
        <message>
            <source>Build</source>
            <translation>Bau</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>Prüfung</translation>
        </message>
        <message>
            <source>Nothing moves by itself: people in the room drag every card, while the work in each column takes its time. Agree on who moves what, then play two minutes and look at the diagram together.</source>
            <translation>Nichts bewegt sich von selbst: Die Leute im Raum ziehen jede Karte, und die Arbeit in jeder Spalte braucht ihre Zeit. Vereinbaren Sie, wer was bewegt, spielen Sie dann zwei Minuten und sehen Sie sich gemeinsam das Diagramm an.</translation>
        </message>
        <message>
            <source>What it takes to keep work flowing when nothing moves by itself.</source>
            <translation>Was es braucht, damit Arbeit fließt, wenn sich nichts von selbst bewegt.</translation>
        </message>
        <message>
            <source>You are the rule</source>
            <translation>Sie sind die Regel</translation>
        </message>
        <message>
            <source>Nothing moves by itself here: **you** drag every card. Time stands while a card is in your hand. Try it for a minute.</source>
            <translation>Hier bewegt sich nichts von selbst: **Sie** ziehen jede Karte. Solange Sie eine Karte in der Hand haben, steht die Zeit. Probieren Sie es eine Minute lang.</translation>
        </message>
        <message>
            <source>Round 1: by hand</source>
            <translation>Runde 1: von Hand</translation>
        </message>
        <message>
            <source>Thirty days. Deliver as much as you can, as fast as you can.</source>
            <translation>Dreißig Tage. Liefern Sie so viel und so schnell, wie Sie können.</translation>
        </message>
        <message>
            <source>By hand</source>
            <translation>Von Hand</translation>
        </message>
        <message>
            <source>How many cards will you deliver?</source>
            <translation>Wie viele Karten werden Sie liefern?</translation>
        </message>
        <message>
            <source>Nine cards are under way at once.</source>
            <translation>Neun Karten sind zugleich unterwegs.</translation>
        </message>
        <message>
            <source>Against the rule</source>
            <translation>Gegen die Regel</translation>
        </message>
        <message>
            <source>Open *Workshop* (key 3), choose your round, and press *Against the rule*: the same cards with the same work, moved by pull policies.</source>
            <translation>Öffnen Sie *Workshop* (Taste 3), wählen Sie Ihre Runde und drücken Sie *Gegen die Regel*: dieselben Karten mit derselben Arbeit, nach Pull-Regeln bewegt.</translation>
        </message>
        <message>
            <source>Round 2: by hand, with an agreement</source>
            <translation>Runde 2: von Hand, mit einer Vereinbarung</translation>
        </message>
        <message>
            <source>The same cards come again. Agree on **one** rule among yourselves first, for example how many may be under way, and keep to it.</source>
            <translation>Dieselben Karten kommen noch einmal. Einigen Sie sich zuerst untereinander auf **eine** Regel, zum Beispiel wie viele unterwegs sein dürfen, und halten Sie sich daran.</translation>
        </message>
        <message>
            <source>Write the agreement on the flip chart. Whoever sees it broken says so; nobody else does.</source>
            <translation>Schreiben Sie die Vereinbarung auf das Flipchart. Wer sieht, dass sie gebrochen wird, sagt es; sonst niemand.</translation>
        </message>
        <message>
            <source>By hand, agreed</source>
            <translation>Von Hand, vereinbart</translation>
        </message>
        <message>
            <source>And the lead time, compared with your first round?</source>
            <translation>Und die Durchlaufzeit, verglichen mit Ihrer ersten Runde?</translation>
        </message>
        <message>
            <source>Round 3: other people drag</source>
            <translation>Runde 3: andere ziehen</translation>
        </message>
        <message>
            <source>Those who only watched drag now, those who dragged decide. Another round, the same cards.</source>
            <translation>Wer nur zugesehen hat, zieht jetzt, wer gezogen hat, entscheidet. Noch eine Runde, dieselben Karten.</translation>
        </message>
        <message>
            <source>By hand, changed over</source>
            <translation>Von Hand, gewechselt</translation>
        </message>
        <message>
            <source>Look at the table of rounds (Workshop, key 3). When did you decide against the rule, and was it worth it?</source>
            <translation>Sehen Sie sich die Tabelle der Runden an (Workshop, Taste 3). Wann haben Sie anders entschieden als die Regel, und hat es sich gelohnt?</translation>
        </message>
        <message>
            <source>Two teams, one after the other, on the same seed.</source>
            <translation>Zwei Teams, nacheinander, mit derselben Startzahl.</translation>
        </message>
        <message>
            <source>Play each of the rounds against the rule too, and against each other's.</source>
            <translation>Spielen Sie jede der Runden auch gegen die Regel und gegeneinander.</translation>
        </message>
        <message>
            <source>Let one person drag and the others decide. The rule pulls each card as soon as there is room: in thirty days it delivers 10 cards, with a lead time of 6.7 days. It is not always better than people, and that is worth talking about. The same cards with the same work come in every round, so a difference is what was decided, not luck.</source>
            <translation>Lassen Sie eine Person ziehen und die anderen entscheiden. Die Regel zieht jede Karte, sobald Platz ist: In dreißig Tagen liefert sie 10 Karten, mit einer Durchlaufzeit von 6,7 Tagen. Sie ist nicht immer besser als Menschen, und darüber lohnt es sich zu sprechen. In jeder Runde kommen dieselben Karten mit derselben Arbeit, ein Unterschied liegt also an den Entscheidungen, nicht am Zufall.</translation>
        </message>
        <message>
            <source>When did you decide against the rule, and was it worth it?</source>
            <translation>Wann haben Sie anders entschieden als die Regel, und hat es sich gelohnt?</translation>
        </message>
        <message>
            <source>What made you start too much?</source>
            <translation>Was hat Sie dazu gebracht, zu viel anzufangen?</translation>
        </message>
        <message>
            <source>Many hats</source>
            <translation>Viele Hüte</translation>
        </message>
        <message>
            <source>Four people share the work of four columns. Who should learn what?</source>
            <translation>Vier Personen teilen sich die Arbeit von vier Spalten. Wer sollte was lernen?</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>Prüfung</translation>
        </message>
        <message>
            <source>Release</source>
            <translation>Freigabe</translation>
        </message>
        <message>
            <source>Four people share the work of four columns, each better at some than at others. One card in five fails review and is built again; now and then something outside gets in the way, and an urgent card goes before all others. Send somebody home, teach somebody a skill, or let urgent cards push others aside.</source>
            <translation>Vier Personen teilen sich die Arbeit von vier Spalten, jede kann manches besser als anderes. Jede fünfte Karte fällt bei der Prüfung durch und wird neu gebaut; ab und zu kommt von außen etwas dazwischen, und eine dringende Karte kommt vor allen anderen dran. Schicken Sie jemanden nach Hause, bringen Sie jemandem etwas bei, oder lassen Sie dringende Karten andere verdrängen.</translation>
        </message>
        <message>
            <source>Who should learn what when people share the work of several columns, and who should not.</source>
            <translation>Wer was lernen sollte, wenn Leute sich die Arbeit mehrerer Spalten teilen, und wer nicht.</translation>
        </message>
        <message>
            <source>Four people, four columns</source>
            <translation>Vier Personen, vier Spalten</translation>
        </message>
        <message>
            <source>People go where work is, as far as they are able to do it; the panel at the right says who can do what. Watch who is never free.</source>
            <translation>Die Leute gehen dorthin, wo Arbeit ist, die sie können; rechts steht, wer was kann. Achten Sie darauf, wer nie frei ist.</translation>
        </message>
        <message>
            <source>Sixty days.</source>
            <translation>Sechzig Tage.</translation>
        </message>
        <message>
            <source>Which column will be short of people?</source>
            <translation>In welcher Spalte werden Leute fehlen?</translation>
        </message>
        <message>
            <source>Round 2: Ada learns to build</source>
            <translation>Runde 2: Ada lernt bauen</translation>
        </message>
        <message>
            <source>Build is where work waits, and Ada cannot build. **Teach her**: she builds as fast as anybody now. What will it bring?</source>
            <translation>Beim Bau wartet die Arbeit, und Ada kann nicht bauen. **Bringen Sie es ihr bei**: Jetzt baut sie so schnell wie alle anderen. Was wird das bringen?</translation>
        </message>
        <message>
            <source>It makes things worse, on 98 of a hundred other seeds too. People go to the work that is nearest to Done; so Ada builds, and Design, where nobody else is good, has nobody. Ask who was missing where.</source>
            <translation>Es wird schlechter, auch mit 98 von hundert anderen Startzahlen. Die Leute gehen zu der Arbeit, die am nächsten bei Fertig liegt; also baut Ada, und im Entwurf, wo sonst niemand gut ist, ist niemand. Fragen Sie, wer wo gefehlt hat.</translation>
        </message>
        <message>
            <source>Ada builds</source>
            <translation>Ada baut</translation>
        </message>
        <message>
            <source>And the lead time, compared with the board as it was?</source>
            <translation>Und die Durchlaufzeit, verglichen mit dem Board, wie es war?</translation>
        </message>
        <message>
            <source>Round 3: Dora practises building</source>
            <translation>Runde 3: Dora übt das Bauen</translation>
        </message>
        <message>
            <source>Ada designs again. Dora, who is slow at building, **practises**: her pace goes from 0.8 to 1.2.</source>
            <translation>Ada entwirft wieder. Dora, die langsam baut, **übt**: Ihr Tempo steigt von 0,8 auf 1,2.</translation>
        </message>
        <message>
            <source>Dora practises</source>
            <translation>Dora übt</translation>
        </message>
        <message>
            <source>Round 4: nothing comes back</source>
            <translation>Runde 4: nichts kommt zurück</translation>
        </message>
        <message>
            <source>Nobody learns anything, but Review finds nothing any more: cards are built right the first time.</source>
            <translation>Niemand lernt etwas dazu, aber die Prüfung findet nichts mehr: Die Karten werden gleich beim ersten Mal richtig gebaut.</translation>
        </message>
        <message>
            <source>Round 5: your idea</source>
            <translation>Runde 5: Ihre Idee</translation>
        </message>
        <message>
            <source>The board as it was. Give **one** person one more skill, or one more pace: in the panel at the right, under *People*.</source>
            <translation>Das Board, wie es war. Geben Sie **einer** Person eine Fähigkeit mehr oder mehr Tempo bei einer: rechts, unter *Leute*.</translation>
        </message>
        <message>
            <source>Our idea</source>
            <translation>Unsere Idee</translation>
        </message>
        <message>
            <source>Look at the table of rounds (Workshop, key 3). Who should learn what, and who should not?</source>
            <translation>Sehen Sie sich die Tabelle der Runden an (Workshop, Taste 3). Wer sollte was lernen, und wer nicht?</translation>
        </message>
        <message>
            <source>Let groups rank the three ideas before any of them runs.</source>
            <translation>Lassen Sie Gruppen die drei Ideen in eine Rangfolge bringen, bevor eine davon läuft.</translation>
        </message>
        <message>
            <source>Every group tries an idea of its own in round 5; sixty days are short, so let them look at the difference on other seeds with *Experiments* (key 2).</source>
            <translation>Jede Gruppe probiert in Runde 5 eine eigene Idee; sechzig Tage sind kurz, also sollen sie sich den Unterschied mit anderen Startzahlen unter *Experimente* (Taste 2) ansehen.</translation>
        </message>
        <message>
            <source>Results stay hidden until you reveal them, so that the room discusses the guess and not the screen. On this seed sixty days bring a lead time of 8.3 days as it is; 9.7 when Ada learns to build, 7.9 when Dora practises, 6.7 when nothing comes back. On a hundred other seeds Ada's new skill made lead time longer on 98, Dora's practice made it shorter on 94, and doing it right the first time on all of them. Of six other single skills (Ada or Ben release, Ben or Chen design, Chen or Dora review) each helped on 65 to 85 of a hundred, by a tenth to a quarter of a day on average: too little to see in one run. So a skill is worth what it frees, not what it adds.</source>
            <translation>Die Ergebnisse bleiben verborgen, bis Sie sie aufdecken, damit der Raum über den Tipp spricht und nicht über den Bildschirm. Mit dieser Startzahl bringen sechzig Tage eine Durchlaufzeit von 8,3 Tagen, so wie es ist; 9,7, wenn Ada bauen lernt, 7,9, wenn Dora übt, 6,7, wenn nichts zurückkommt. Mit hundert anderen Startzahlen wurde die Durchlaufzeit durch Adas neue Fähigkeit bei 98 länger, durch Doras Übung bei 94 kürzer, und dadurch, dass alles gleich richtig gebaut wird, bei allen. Von sechs anderen einzelnen Fähigkeiten (Ada oder Ben geben frei, Ben oder Chen entwerfen, Chen oder Dora prüfen) half jede bei 65 bis 85 von hundert, im Durchschnitt um ein Zehntel bis ein Viertel eines Tages: zu wenig, um es in einem Lauf zu sehen. Eine Fähigkeit ist also so viel wert wie das, was sie freisetzt, nicht wie das, was sie hinzufügt.</translation>
        </message>
        <message>
            <source>Whose holiday would stop you?</source>
            <translation>Wessen Urlaub würde Sie lahmlegen?</translation>
        </message>
        <message>
            <source>What is the cheapest skill your team could gain?</source>
            <translation>Welche Fähigkeit könnte Ihr Team am billigsten gewinnen?</translation>
        </message>
        <message>
            <source>Weekend</source>
            <translation>Wochenende</translation>
        </message>
        <message>
            <source>Letters come on every day, people on five. What does the weekend cost?</source>
            <translation>Briefe kommen jeden Tag, die Leute an fünf Tagen. Was kostet das Wochenende?</translation>
        </message>
        <message>
            <source>Answering</source>
            <translation>Antworten</translation>
        </message>
        <message>
            <source>Mail comes on every day of the week, and three people answer it. Time 0 is Monday morning; the plan of the board sends them home on Saturdays and Sundays. What does the weekend cost those who write, and can the same people do better in the same days of work?</source>
            <translation>Briefe kommen an jedem Tag der Woche, und drei Personen beantworten sie. Zeit 0 ist Montagmorgen; der Plan des Boards schickt die Leute samstags und sonntags nach Hause. Was kostet das Wochenende die, die schreiben, und können dieselben Leute es mit denselben Arbeitstagen besser machen?</translation>
        </message>
        <message>
            <source>What it costs when work comes every day and people do not.</source>
            <translation>Was es kostet, wenn Arbeit jeden Tag kommt und die Leute nicht.</translation>
        </message>
        <message>
            <source>Seven days of mail, five days of work</source>
            <translation>Sieben Tage Post, fünf Tage Arbeit</translation>
        </message>
        <message>
            <source>Three people answer mail that comes on every day. Press *Play* and watch the backlog over two weeks. The diamonds on the timeline are the plan: on day 5 all go home, on day 7 they are back.</source>
            <translation>Drei Personen beantworten Post, die jeden Tag kommt. Drücken Sie *Start* und verfolgen Sie das Backlog über zwei Wochen. Die Rauten auf der Zeitleiste sind der Plan: An Tag 5 gehen alle nach Hause, an Tag 7 sind sie wieder da.</translation>
        </message>
        <message>
            <source>Round 1: no weekend</source>
            <translation>Runde 1: kein Wochenende</translation>
        </message>
        <message>
            <source>The same three people, there on every day of the week, for 26 weeks. How long does a letter wait for its answer?</source>
            <translation>Dieselben drei Personen, an jedem Tag der Woche da, 26 Wochen lang. Wie lange wartet ein Brief auf seine Antwort?</translation>
        </message>
        <message>
            <source>Every day</source>
            <translation>Jeden Tag</translation>
        </message>
        <message>
            <source>Days from letter to answer, on average?</source>
            <translation>Tage vom Brief bis zur Antwort, im Durchschnitt?</translation>
        </message>
        <message>
            <source>What share of the time are people busy?</source>
            <translation>Welchen Anteil der Zeit sind die Leute beschäftigt?</translation>
        </message>
        <message>
            <source>Round 2: the weekend off</source>
            <translation>Runde 2: das Wochenende frei</translation>
        </message>
        <message>
            <source>Nobody works on Saturday and Sunday. People still have more than a fifth of their time free.</source>
            <translation>Samstag und Sonntag arbeitet niemand. Trotzdem haben die Leute noch mehr als ein Fünftel ihrer Zeit frei.</translation>
        </message>
        <message>
            <source>Weekend off</source>
            <translation>Wochenende frei</translation>
        </message>
        <message>
            <source>And compared with no weekend?</source>
            <translation>Und verglichen mit „jeden Tag“?</translation>
        </message>
        <message>
            <source>Round 3: duty at the weekend</source>
            <translation>Runde 3: Dienst am Wochenende</translation>
        </message>
        <message>
            <source>One of the three is there on Saturday and Sunday, and one fewer on Tuesday and Wednesday: the same days of work as in round 2.</source>
            <translation>Eine der drei Personen ist am Samstag und Sonntag da, dafür fehlt am Dienstag und Mittwoch eine: dieselben Arbeitstage wie in Runde 2.</translation>
        </message>
        <message>
            <source>Duty</source>
            <translation>Dienst</translation>
        </message>
        <message>
            <source>And compared with the weekend off?</source>
            <translation>Und verglichen mit dem freien Wochenende?</translation>
        </message>
        <message>
            <source>Round 4: a small letter box</source>
            <translation>Runde 4: ein kleiner Briefkasten</translation>
        </message>
        <message>
            <source>The weekend off again, and the letter box holds six letters. What does not fit goes to somebody else.</source>
            <translation>Wieder das Wochenende frei, und der Briefkasten fasst sechs Briefe. Was nicht hineinpasst, geht an jemand anderen.</translation>
        </message>
        <message>
            <source>Small letter box</source>
            <translation>Kleiner Briefkasten</translation>
        </message>
        <message>
            <source>How many of some 900 letters go to somebody else?</source>
            <translation>Wie viele von rund 900 Briefen gehen an jemand anderen?</translation>
        </message>
        <message>
            <source>Days from letter to answer, of those that we answer?</source>
            <translation>Tage vom Brief bis zur Antwort, bei denen, die wir beantworten?</translation>
        </message>
        <message>
            <source>And compared with a large one?</source>
            <translation>Und verglichen mit einem großen?</translation>
        </message>
        <message>
            <source>Compare the rounds (key 3). Who waits for your weekend?</source>
            <translation>Vergleichen Sie die Runden (Taste 3). Wer wartet wegen Ihres Wochenendes?</translation>
        </message>
        <message>
            <source>Ask on which day of the week the backlog is longest before round 2.</source>
            <translation>Fragen Sie vor Runde 2, an welchem Wochentag das Backlog am längsten ist.</translation>
        </message>
        <message>
            <source>Let groups plan a week of fifteen days of work of their own: drag the diamonds, or right-click a change to plan it.</source>
            <translation>Lassen Sie Gruppen eine eigene Woche mit fünfzehn Arbeitstagen planen: Rauten ziehen oder eine Änderung mit Rechtsklick einplanen.</translation>
        </message>
        <message>
            <source>Then let groups plan holidays: right-click a change of people on the timeline.</source>
            <translation>Lassen Sie Gruppen danach Urlaub planen: Rechtsklick auf eine Änderung der Leute auf der Zeitleiste.</translation>
        </message>
        <message>
            <source>A weekend is a wait for everybody who writes on it, and a crowd on Monday. On this seed an answer takes 0.44 days with everybody there all week and 1.11 with the weekend off; on a hundred other seeds it was longer with the weekend off on all of them. The same fifteen days of work spread over the week bring 0.86, shorter on a hundred of a hundred. A letter box of six sends 85 letters away, and those it keeps wait 0.87 days: whoever counts only what was answered thinks that the wait has become shorter.</source>
            <translation>Ein Wochenende ist Wartezeit für alle, die dann schreiben, und ein Andrang am Montag. Mit dieser Startzahl dauert eine Antwort 0,44 Tage, wenn alle die ganze Woche da sind, und 1,11 mit freiem Wochenende; bei hundert anderen Startzahlen dauerte es mit freiem Wochenende in allen Fällen länger. Dieselben fünfzehn Arbeitstage über die Woche verteilt bringen 0,86, kürzer bei hundert von hundert. Ein Briefkasten für sechs weist 85 Briefe ab, und die anderen warten 0,87 Tage: Wer nur zählt, was beantwortet wurde, glaubt, das Warten sei kürzer geworden.</translation>
        </message>
        <message>
            <source>What comes to you while nobody is there?</source>
            <translation>Was kommt bei Ihnen an, während niemand da ist?</translation>
        </message>
        <message>
            <source>Whom do you not count, because they went elsewhere?</source>
            <translation>Wen zählen Sie nicht, weil er woandershin gegangen ist?</translation>
        </message>
        <message>
            <source>Swarm or not</source>
            <translation>Gemeinsam oder nicht</translation>
        </message>
        <message>
            <source>Three people, each on a card of their own, or all on one. Which is faster?</source>
            <translation>Drei Personen: jede an ihrer Karte oder alle an einer. Was geht schneller?</translation>
        </message>
        <message>
            <source>Building</source>
            <translation>Bau</translation>
        </message>
        <message>
            <source>Three people build, each on a card of their own, or all on one. Whoever is free and finds no card waiting joins somebody else. What does working together bring, and how much may it cost before it brings nothing?</source>
            <translation>Drei Personen bauen, jede an einer eigenen Karte oder alle an einer. Wer frei ist und keine wartende Karte findet, hilft jemand anderem. Was bringt es, gemeinsam zu arbeiten, und wie viel darf es kosten, bevor es nichts mehr bringt?</translation>
        </message>
        <message>
            <source>When working together on one card brings something, and when not.</source>
            <translation>Wann es etwas bringt, gemeinsam an einer Karte zu arbeiten, und wann nicht.</translation>
        </message>
        <message>
            <source>Three people, each on a card</source>
            <translation>Drei Personen, jede an einer Karte</translation>
        </message>
        <message>
            <source>Press *Play*. Who has no card waits for the next one, while others have work for days.</source>
            <translation>Drücken Sie *Start*. Wer keine Karte hat, wartet auf die nächste, während andere noch tagelang Arbeit haben.</translation>
        </message>
        <message>
            <source>Round 1: each alone</source>
            <translation>Runde 1: jeder für sich</translation>
        </message>
        <message>
            <source>200 days. How long does a card take?</source>
            <translation>200 Tage. Wie lange braucht eine Karte?</translation>
        </message>
        <message>
            <source>Each alone</source>
            <translation>Jeder für sich</translation>
        </message>
        <message>
            <source>Days that a card takes, on average?</source>
            <translation>Tage, die eine Karte braucht, im Durchschnitt?</translation>
        </message>
        <message>
            <source>Round 2: together</source>
            <translation>Runde 2: gemeinsam</translation>
        </message>
        <message>
            <source>Whoever is free joins somebody, up to three on a card, and three are three times as fast. Nobody does more work than before.</source>
            <translation>Wer frei ist, hilft jemandem, bis zu drei an einer Karte, und drei sind dreimal so schnell. Niemand arbeitet mehr als vorher.</translation>
        </message>
        <message>
            <source>Together</source>
            <translation>Gemeinsam</translation>
        </message>
        <message>
            <source>And compared with each alone?</source>
            <translation>Und verglichen mit „jeder für sich“?</translation>
        </message>
        <message>
            <source>Round 3: together at a price</source>
            <translation>Runde 3: gemeinsam, zu einem Preis</translation>
        </message>
        <message>
            <source>People get in each other's way: three are not even twice as fast as one (gain 0.6).</source>
            <translation>Man steht sich gegenseitig im Weg: Drei sind nicht einmal doppelt so schnell wie einer (Gewinn 0,6).</translation>
        </message>
        <message>
            <source>At a price</source>
            <translation>Zu einem Preis</translation>
        </message>
        <message>
            <source>Round 4: all on one card</source>
            <translation>Runde 4: alle an einer Karte</translation>
        </message>
        <message>
            <source>One card at a time for all three, and a gain of 0.8: three are 2.4 times as fast as one.</source>
            <translation>Immer nur eine Karte für alle drei, und ein Gewinn von 0,8: Drei sind 2,4-mal so schnell wie einer.</translation>
        </message>
        <message>
            <source>All on one</source>
            <translation>Alle an einer</translation>
        </message>
        <message>
            <source>Days that a card takes, from its arrival on?</source>
            <translation>Tage, die eine Karte ab ihrer Ankunft braucht?</translation>
        </message>
        <message>
            <source>Days from its start on?</source>
            <translation>Tage ab ihrem Beginn?</translation>
        </message>
        <message>
            <source>Compare the rounds (key 3). Look at lead time and at how busy people were.</source>
            <translation>Vergleichen Sie die Runden (Taste 3). Achten Sie auf die Durchlaufzeit und die Auslastung der Leute.</translation>
        </message>
        <message>
            <source>Ask why nobody does more work in round 2, and cards are faster all the same.</source>
            <translation>Fragen Sie, warum die Karten in Runde 2 schneller sind, obwohl niemand mehr arbeitet als vorher.</translation>
        </message>
        <message>
            <source>Let the room set the gain at which it would no longer swarm, then try it: *Gain* in the inspector of Building.</source>
            <translation>Lassen Sie den Raum festlegen, ab welchem Gewinn er nicht mehr gemeinsam arbeiten würde, und probieren Sie es dann aus: *Gewinn* rechts bei Bau.</translation>
        </message>
        <message>
            <source>Then *Experiments* (key 2): the gain from 0.4 to 1, many runs each.</source>
            <translation>Danach *Experimente* (Taste 2): der Gewinn von 0,4 bis 1, jeweils viele Läufe.</translation>
        </message>
        <message>
            <source>Working together helps while somebody would be idle: with perfect gain the same work is done in 2.53 days instead of 3.90 on this seed, and it was shorter on a hundred of a hundred other seeds. k people are k to the power of the gain times as fast as one: with 0.6 three are 1.93 times as fast, a card takes 3.65 days, within 0.3 of working alone on 92 of a hundred other seeds, and people are busy 83 % of the time instead of 69. All on one card makes a card fast from its start on (1.32 days) and slow from its arrival on (5.31): the capacity of three people at a gain of 0.8 is four fifths of that of three alone. In 200 days chance still counts: it was longer than alone on 71 of a hundred other seeds.</source>
            <translation>Gemeinsam zu arbeiten hilft, solange sonst jemand nichts zu tun hätte: Bei vollem Gewinn ist dieselbe Arbeit mit dieser Startzahl in 2,53 Tagen erledigt statt in 3,90, und bei hundert von hundert anderen Startzahlen ging es schneller. k Leute schaffen „k hoch Gewinn“-mal so viel wie einer: Bei 0,6 sind drei 1,93-mal so schnell, eine Karte braucht 3,65 Tage, bei 92 von hundert anderen Startzahlen höchstens 0,3 mehr oder weniger als bei „jeder für sich“, und die Leute sind 83 % der Zeit beschäftigt statt 69. Alle an einer Karte macht eine Karte ab ihrem Beginn schnell (1,32 Tage) und ab ihrer Ankunft langsam (5,31): Drei Personen mit einem Gewinn von 0,8 schaffen zusammen vier Fünftel dessen, was drei einzeln schaffen. In 200 Tagen zählt der Zufall noch mit: Bei 71 von hundert anderen Startzahlen dauerte es länger als bei „jeder für sich“.</translation>
        </message>
        <message>
            <source>Where do you swarm, and what would you have done otherwise?</source>
            <translation>Wo arbeiten Sie gemeinsam an einer Sache, und was hätten Sie sonst getan?</translation>
        </message>
        <message>
            <source>How would you find out your own gain?</source>
            <translation>Wie würden Sie Ihren eigenen Gewinn herausfinden?</translation>
        </message>
        <message>
            <source>Simple board</source>
            <translation>Einfaches Board</translation>
        </message>
        <message>
            <source>First step</source>
            <translation>Erster Schritt</translation>
        </message>
        <message>
            <source>Second step</source>
            <translation>Zweiter Schritt</translation>
        </message>
        <message>
            <source>Third step</source>
            <translation>Dritter Schritt</translation>
        </message>
        <message>
            <source>Three steps with limits. Rename them, add others, and let it run.</source>
            <translation>Drei Schritte mit Limits. Benennen Sie sie um, fügen Sie weitere hinzu und lassen Sie es laufen.</translation>
        </message>
        <message>
            <source>Team board</source>
            <translation>Team-Board</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>Planung</translation>
        </message>
        <message>
            <source>Make</source>
            <translation>Umsetzung</translation>
        </message>
        <message>
            <source>Four people with names share three steps, with urgent cards now and then.</source>
            <translation>Vier Personen mit Namen teilen sich drei Schritte, ab und zu kommt eine dringende Karte.</translation>
        </message>
        <message>
            <source>Service desk</source>
            <translation>Servicedesk</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>Annahme</translation>
        </message>
        <message>
            <source>Solve</source>
            <translation>Lösung</translation>
        </message>
        <message>
            <source>Calls wait for whoever is free, and some need a second step.</source>
            <translation>Anrufe warten, bis jemand frei ist, und manche brauchen einen zweiten Schritt.</translation>
        </message>
        <message>
            <source>Production line</source>
            <translation>Fertigungslinie</translation>
        </message>
        <message>
            <source>Cut</source>
            <translation>Schneiden</translation>
        </message>
        <message>
            <source>Weld</source>
            <translation>Schweißen</translation>
        </message>
        <message>
            <source>Paint</source>
            <translation>Lackieren</translation>
        </message>
        <message>
            <source>Pack</source>
            <translation>Verpacken</translation>
        </message>
        <message>
            <source>An order goes through four stations and is handed on five at a time.</source>
            <translation>Ein Auftrag durchläuft vier Stationen und wird zu je fünf Stück weitergegeben.</translation>
        </message>
    </context>
</TS>
