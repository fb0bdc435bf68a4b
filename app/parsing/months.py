"""The names of the months, written out and short, in many languages."""

MONTHS: dict[str, int] = {}
for _number, _names in enumerate(
    (
        (
            "january jan januar jänner janvier janv enero ene gennaio gen janeiro januari ocak styczeń stycznia sty leden ledna tammikuuta január ianuarie ม.ค. มกราคม"
            " января янв січня януари ιανουαρίου ιαν يناير januára janúar sausio janvāris jaanuar gener जनवरी siječnja siječanj januarie"
        ),
        (
            "february feb febr februar février févr fevrier febrero febbraio fevereiro fev februari şubat şub luty lutego lut únor února helmikuuta február februarie ก.พ. กุมภาพันธ์ pebruari"
            " февраля февр лютого февруари φεβρουαρίου φεβ فبراير februára febrúar vasario februāris veebruar febrer फरवरी veljače veljača"
        ),
        (
            "march mar märz mrz maerz mars marzo março marco maret maart mrt mart marzec marca březen března maaliskuuta március martie มี.ค. มีนาคม"
            " марта березня март μαρτίου μαρ مارس kovo marts märts març मार्च ožujka ožujak"
        ),
        (
            "april apr avril avr abril abr aprile nisan nis kwiecień kwietnia kwi duben dubna huhtikuuta április aprilie เม.ย. เมษายน"
            " апреля апр квітня април απριλίου απρ أبريل apríla apríl balandžio aprīlis aprill travnja travanj"
        ),
        (
            "may mai mayo maggio mag maio mei mayıs maj maja květen května toukokuuta május พ.ค. พฤษภาคม"
            " мая травня май μαΐου μαΐ مايو mája maí gegužės maijs maig मई svibnja svibanj"
        ),
        (
            "june jun juni juin junio giugno giu junho haziran haz czerwiec czerwca cze červen června kesäkuuta június iunie มิ.ย. มิถุนายน"
            " июня июн червня юни ιουνίου ιουν يونيو júna júní birželio jūnijs juuni juny जून lipnja junie hunyo"
        ),
        (
            "july jul juli juillet juil julio luglio lug julho temmuz tem lipiec lipca lip červenec července heinäkuuta július iulie ก.ค. กรกฎาคม"
            " июля июл липня юли ιουλίου ιουλ يوليو júla júlí liepos jūlijs juuli juliol जुलाई srpnja julie hulyo"
        ),
        (
            "august aug août aout agosto ago agustus agu agt augustus ağustos ağu sierpień sierpnia sie srpen srpna elokuuta augusztus ส.ค. สิงหาคม augusti"
            " августа авг серпня август αυγούστου αυγ أغسطس ágúst rugpjūčio augusts agost अगस्त kolovoza"
        ),
        (
            "september sep sept septembre septiembre setiembre set settembre setembro eylül eyl wrzesień września wrz září syyskuuta szeptember septembrie ก.ย. กันยายน"
            " сентября сент вересня септември σεπτεμβρίου σεπ سبتمبر septembra rugsėjo septembris setembre सितंबर rujna setyembre"
        ),
        (
            "october oct oktober okt octobre octubre ottobre ott outubro out ekim eki październik października paź říjen října lokakuuta október octombrie ต.ค. ตุลาคม"
            " октября окт жовтня октомври οκτωβρίου οκτ أكتوبر októbra spalio oktobris oktoober अक्टूबर oktubre"
        ),
        (
            "november nov novembre noviembre novembro kasım kas listopad listopada lis listopadu marraskuuta noiembrie พ.ย. พฤศจิกายน nopember"
            " ноября нояб ноемврий ноември νοεμβρίου νοε نوفمبر novembra nóvember lapkričio novembris नवंबर studenoga studenog nobyembre"
        ),
        (
            "december dec dezember dez décembre déc decembre diciembre dic dicembre dezembro desember des aralık ara grudzień grudnia gru prosinec prosince joulukuuta decembrie ธ.ค. ธันวาคม"
            " декабря дек грудня декември δεκεμβρίου δεκ ديسمبر decembra gruodžio decembris detsember desembre दिसंबर prosinca disyembre"
        ),
    ),
    start=1,
):
    for _name in _names.split():
        MONTHS.setdefault(_name.rstrip("."), _number)
        MONTHS.setdefault(_name, _number)
