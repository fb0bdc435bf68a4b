"""What card networks and banks hang on a merchant's name: payment gateways and channels before it, places and forms behind it."""

# Before a star: who took the payment for the merchant. Any other head of up to three letters is taken to be one as well.
GATEWAYS = frozenset(
    "raz razorpay rzp pyu payu payumoney paypal pp sq squ square sqc tst toast sp shopify shoppay cko stripe str dlo dlc dlocal ebanx ebx mercadopago merpago mercpago mp pag pagseguro pagsmile "
    "cca ccavenue ccave billdesk bdk ind vin zlr izettle iz zettle sumup smp wpy wl worldline cashfree cf easebuzz ezb instamojo imojo phonepe ppe ppi paytm ptm atom juspay jus simpl lazypay olamoney klarna afterpay "
    "affirm 2co 2checkout fs fastspring paddle pdl gumroad gum bt braintree ady adyen xendit midtrans doku krispay redglobal transbank webpay getnet cielo stone fp ipay ipay88 molpay eghl payfast "
    "paystack flutterwave flw interswitch quickteller cellulant pesapal dpo telr payfort tap checkout moneris clover clv lightspeed lsp mindbody wix woo bigcommerce ecwid sezzle zip twint mollie "
    "sepapay gocardless gc ls lemsqzy epay payhip patreon nyx ven venmo cashapp zelle googlepay gpay applepay amznpay amzpay vipps swish mobilepay".split()
)
# Words of the channel at the front of a remark: POS/WEB PMT …, WEB PUR …, UPI_…, TRF/FRM ….
CHANNELS = frozenset(
    "pos web pmt pur ecom ecommerce upi imps neft rtgs trf frm mmt inf bil vps vsi nfs onl online pcd pur/ ach dd sepa ct compra pago pagos payment purchase card prch dbt debit ckcd pymt bpay eft to".split()
)
LEGAL_FORMS = (
    "private limited", "pvt ltd", "pvt. ltd.", "pvt ltd.", "(p) ltd", "p ltd", "pte ltd", "pte. ltd.", "pty ltd", "sdn bhd", "sdn. bhd.", "co ltd", "co., ltd.",
    "limited", "ltd", "ltd.", "llp", "llc", "inc", "inc.", "plc", "gmbh", "gmbh & co kg", "ag", "kg", "ug", "e.k.", "s.a.", "sa", "s.a.s.", "sas", "sarl", "s.r.l.", "srl",
    "s.p.a.", "s.l.", "sl", "s.a. de c.v.", "sa de cv", "ltda", "ltda.", "eireli", "e.i.r.l.", "eirl", "bv", "b.v.", "nv", "n.v.", "as", "asa", "ab", "aps", "a/s", "oy", "oyj", "sp. z o.o.", "sp z o o", "s.r.o.", "kft",
    "a.ş.", "a.s.", "ltd şti", "pvt", "co", "pr", "ser",
)  # fmt: skip

COUNTRY_TAILS = frozenset(
    "us usa uk gb gbr in ind ie irl fr fra de deu es esp it ita nl nld be bel ch che at aut pt prt se swe no nor dk dnk fi fin pl pol cz cze hu hun ro rou gr grc tr tur ru rus ua ukr "
    "ca can mx mex br bra ar arg cl chl co col pe per uy ury py pry bo bol ec ecu ve ven cr cri pa pan gt gtm hn hnd sv slv ni nic do dom pr pri jm jam tt tto "
    "au aus nz nzl sg sgp my mys id idn th tha vn vnm ph phl hk hkg tw twn jp jpn kr kor cn chn pk pak bd bgd lk lka np npl "
    "ae are sa sau qa qat kw kwt bh bhr om omn il isr eg egy ma mar ng nga ke ken gh gha za zaf tz tza ug uga lu lux ee est lv lva lt ltu".split()
)
COUNTRY_NAMES = frozenset({"costa rica", "united states", "united kingdom", "south africa", "new zealand", "hong kong", "sri lanka", "india", "ireland", "singapore", "germany", "france", "spain", "italy", "canada", "australia", "mexico", "brasil", "brazil", "japan", "luxembourg"})  # fmt: skip
US_STATES = frozenset(
    "al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ri sc sd tn tx ut vt va wa wv wi wy dc".split()
)
CITIES = frozenset({
    # India
    "mumbai", "navi mumbai", "thane", "pune", "nagpur", "nashik", "delhi", "new delhi", "gurgaon", "gurugram", "noida", "greater noida", "ghaziabad", "faridabad", "bangalore", "bengaluru", "mysore", "mysuru", "mangalore", "hubli",
    "hyderabad", "secunderabad", "warangal", "vijayawada", "visakhapatnam", "vizag", "guntur", "chennai", "coimbatore", "madurai", "trichy", "salem", "kochi", "cochin", "ernakulam", "trivandrum", "thiruvananthapuram", "kozhikode", "calicut",
    "kolkata", "howrah", "siliguri", "bhubaneswar", "cuttack", "patna", "ranchi", "jamshedpur", "guwahati", "lucknow", "kanpur", "agra", "varanasi", "allahabad", "prayagraj", "meerut", "dehradun", "haridwar", "jaipur", "jodhpur", "udaipur", "kota",
    "ahmedabad", "surat", "vadodara", "baroda", "rajkot", "indore", "bhopal", "gwalior", "jabalpur", "raipur", "chandigarh", "mohali", "ludhiana", "amritsar", "jalandhar", "shimla", "jammu", "srinagar", "goa", "panaji", "margao",
    # the rest of Asia and Oceania
    "singapore", "kuala lumpur", "petaling jaya", "johor bahru", "penang", "jakarta", "surabaya", "bandung", "denpasar", "bangkok", "chiang mai", "hanoi", "ho chi minh", "manila", "makati", "quezon city", "cebu", "greenbelt", "hong kong", "kowloon", "taipei",
    "tokyo", "shibuya", "shinjuku", "osaka", "kyoto", "nagoya", "seoul", "busan", "beijing", "shanghai", "shenzhen", "guangzhou", "karachi", "lahore", "islamabad", "dhaka", "colombo", "kathmandu", "sydney", "melbourne", "brisbane", "perth", "adelaide", "canberra", "surry hills", "auckland", "wellington", "christchurch",
    # the Middle East and Africa
    "dubai", "abu dhabi", "sharjah", "doha", "riyadh", "jeddah", "kuwait", "manama", "muscat", "istanbul", "ankara", "izmir", "tel aviv", "cairo", "alexandria", "casablanca", "rabat", "lagos", "ikeja", "lekki", "abuja", "ibadan", "port harcourt", "accra", "nairobi", "mombasa", "kampala", "dar es salaam",
    "johannesburg", "cape town", "durban", "pretoria", "sandton",
    # Europe
    "london", "manchester", "birmingham", "leeds", "glasgow", "edinburgh", "bristol", "liverpool", "cardiff", "belfast", "dublin", "cork", "galway", "paris", "lyon", "marseille", "toulouse", "lille", "bordeaux", "nantes", "berlin", "hamburg", "münchen", "munich", "köln", "frankfurt", "stuttgart", "düsseldorf", "leipzig",
    "zürich", "zurich", "luzern", "genève", "geneva", "basel", "bern", "wien", "vienna", "madrid", "barcelona", "valencia", "sevilla", "bilbao", "málaga", "lisboa", "lisbon", "porto", "roma", "milano", "torino", "napoli", "firenze", "amsterdam", "rotterdam", "utrecht", "bruxelles", "brussels", "antwerpen", "gent",
    "stockholm", "göteborg", "malmö", "oslo", "bergen", "københavn", "copenhagen", "aarhus", "helsinki", "warszawa", "kraków", "wrocław", "gdańsk", "praha", "prague", "brno", "budapest", "bucuresti", "athens", "athina",
    # the Americas
    "new york", "brooklyn", "los angeles", "san francisco", "oakland", "san diego", "san jose", "fresno", "sacramento", "seattle", "portland", "las vegas", "phoenix", "denver", "austin", "dallas", "houston", "san antonio", "chicago", "detroit", "minneapolis", "boston", "philadelphia", "pittsburgh", "washington", "atlanta", "miami", "orlando",
    "tampa", "naples", "charlotte", "nashville", "new orleans", "honolulu", "toronto", "montreal", "montréal", "vancouver", "calgary", "ottawa", "edmonton", "ciudad de mexico", "mexico df", "cdmx", "guadalajara", "monterrey", "bogota", "bogotá", "medellin", "medellín", "cali", "barranquilla", "lima", "santiago", "valparaiso", "buenos aires",
    "montevideo", "asuncion", "la paz", "quito", "guayaquil", "caracas", "panama", "guatemala", "santo domingo", "sao paulo", "são paulo", "rio de janeiro", "belo horizonte", "brasilia", "curitiba", "porto alegre",
})  # fmt: skip
# A name that ends in one of these goes on: TASTE OF MUMBAI, LIVRARIA DO PORTO.
JOINING = frozenset(
    "of de del do da dos das di du des la le el los las the von vom zu zum am im in at to for and & y e et und och og i o".split()
)
# A user's handle made by a machine for a shop's QR code.
QR_HANDLES = ("paytmqr", "paytm-", "bharatpe", "bharatpe.", "gpay-", "mswipe", "eazypay", "vyapar", "ibkpos", "cnrb", "ezetap", "pinelabs", "razorpay", "phonepemerchant", "merchant")  # fmt: skip
