"""Merchants many people pay, by category. "Name | other spellings": a name matches where a counterparty begins with it.

An "=" before a spelling asks for the whole name: Orange is a telephone company, ORANGE TREE CAFE is not.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType

MERCHANTS: dict[str, str] = {
    "food.delivery": "Swiggy | bundl technologies; Swiggy Instamart | instamart; Zomato | eternal; Blinkit | grofers; Zepto; BigBasket | innovative retail; Dunzo; EatSure; Uber Eats; DoorDash | dd doordash; Grubhub; Postmates; Instacart; Deliveroo; Just Eat; Takeaway.com; Lieferando; Thuisbezorgd; Wolt; Glovo; Foodpanda; GrabFood; GoFood; Talabat; Careem Food; HungerStation; Noon Food; Rappi; iFood; PedidosYa; Didi Food; Jumia Food; Chowdeck; Menulog; SkipTheDishes; Demae-can; Ele.me; Meituan; HelloFresh; Gousto; Gopuff; Getir; Flink; Gorillas; Mr D Food",
    "food.restaurants": "McDonald's | mcdonalds | マクドナルド | 麥當勞 | 麦当劳; Burger King; KFC; Domino's | dominos | jubilant foodworks; Pizza Hut; Subway; Taco Bell; Wendy's | wendys; Chipotle; Five Guys; Shake Shack; Chick-fil-A; Panda Express; Popeyes; Nando's | nandos; Haldiram's | haldirams | haldiram; Barbeque Nation; Saravana Bhavan; Wagamama; Pret A Manger | pret; Vapiano; Nordsee; Jollibee; Yoshinoya; Sukiya; Sushiro | スシロー; Olive Garden; Applebee's | applebees; IHOP; Denny's | dennys; Papa John's | papa johns; Little Caesars; Tim Hortons",
    "food.coffee": "Starbucks | tata starbucks | スターバックス | 星巴克; Café Coffee Day | cafe coffee day | ccd; Blue Tokai; Third Wave Coffee; Chaayos; Chai Point; Costa Coffee | =costa; Dunkin' | dunkin; Peet's Coffee | peets; Blue Bottle Coffee | blue bottle; Luckin Coffee | luckin; Caffè Nero | caffe nero; Gloria Jean's | gloria jeans; Toast Box; Ya Kun; Juan Valdez; Oxxo Gas; Baskin Robbins; Naturals Ice Cream; Krispy Kreme; Doutor",
    "food.groceries": "DMart | avenue supermarts | dmart; Reliance Fresh; Reliance Smart; JioMart; More Supermarket; Spencer's | spencers; Nature's Basket | natures basket; Ratnadeep; Star Bazaar; Country Delight; Licious; Mother Dairy; Amul; Walmart | wal-mart | wm supercenter; Costco; Whole Foods | wholefds; Trader Joe's | trader joes; Kroger; Safeway; Publix; Aldi; Lidl; H-E-B | heb; Wegmans; Sprouts Farmers; Tesco; Sainsbury's | sainsburys; Asda; Waitrose; Morrisons; Co-op Food; Ocado; Rewe; Edeka; Kaufland; Penny Markt; Netto; Carrefour; Auchan; Leclerc; Intermarché | intermarche; Monoprix; Mercadona; Dia Supermercado; Eroski; Esselunga; Conad; Albert Heijn | ah to go; Jumbo Supermarkt; Delhaize; Colruyt; Migros; Denner; Billa; Spar; Biedronka; Żabka | zabka; ICA Supermarket | =ica | ica nara | ica maxi | ica kvantum | ica supermarket; Systembolaget; Franprix; Coop; Kiwi; Rema 1000; Netto; BIM; A101; Şok | =sok; Woolworths; Coles; IGA; Countdown; FairPrice | ntuc; Cold Storage; Sheng Siong; Giant Hypermarket; Indomaret; Alfamart; 7-Eleven | 7 eleven | seven eleven | セブンイレブン | セブン イレブン; FamilyMart | ファミリーマート | 全家便利商店 | =全家; Lawson | ローソン; Aeon; Don Quijote | donki; Lulu Hypermarket | lulu; Spinneys; Choithrams; Pick n Pay; Checkers; Shoprite; Naivas; Oxxo; Soriana; Chedraui; Bodega Aurrera; Éxito | =exito | almacenes exito; Jumbo; Wong; Plaza Vea; Pão de Açúcar | pao de acucar; Extra Supermercado",
    "transport.taxi": "Uber | uber india | uber rides | uber trip; Ola | =ola | ola cabs | ani technologies; Rapido | roppen; BluSmart; Namma Yatri; Meru Cabs; Lyft; Bolt | bolt.eu; Grab | grabtaxi; Gojek; Careem; Cabify; DiDi; inDrive; Free Now; Yandex Go; 99 Taxis | 99app; Lime | =lime; Bird Rides; TIER Mobility; Voi; Yulu; Citi Bike; Gett; Curb Taxi; Via Transportation",
    "transport.fuel": "Costco Gas | costco gasoline; Tesco Fuel | tesco pfs | tesco petrol; Indian Oil | iocl | indianoil; HP Petrol | hpcl | hindustan petroleum; Bharat Petroleum | bpcl; Shell | =shell | shell service | shell oil | shell recharge; Nayara Energy; Jio-bp; Chevron; Exxon | exxonmobil; Mobil | =mobil; BP | =bp | bp connect; Texaco; Sunoco; Circle K; Wawa; QuikTrip; TotalEnergies; Esso; Repsol; Cepsa; Aral; Eni Station; Q8; OMV; MOL; Orlen; Petrobras; Ipiranga; Terpel; Primax; YPF; Pertamina; Petronas; PTT Station; Caltex; Eneos; Tesla Supercharger; ChargePoint; EVgo; Ather Grid; ADNOC; ENOC",
    "transport.public": "Delhi Metro | dmrc; Namma Metro | bmrcl; BMTC; BEST Undertaking; TfL | tfl travel; MTA | mta nyct; Clipper Transit; Ventra; BART; WMATA; Deutsche Bahn Nahverkehr; BVG; MVG; RATP; Île-de-France Mobilités; TMB; GVB; NS Reizigers; SL | =sl; EZ-Link | ez link; SimplyGo; Octopus Cards | octopus; Suica; PASMO; Opal Travel; Myki; Rabbit Card; Touch n Go | touch 'n go; Chalo",
    "transport.tolls": "FASTag | netc fastag; NHAI; IHMCL; E-ZPass | ezpass; SunPass; FasTrak; TxTag; ParkMobile; PayByPhone; EasyPark; RingGo; JustPark; Telepass; Autopass; Vinci Autoroutes; Via Verde; Salik; Park+ | parkplus",
    "travel.flights": "IndiGo | interglobe | goindigo; Air India; Vistara; SpiceJet; Akasa Air; Emirates | =emirates; Etihad; Qatar Airways; Saudia; flydubai; Air Arabia; Lufthansa; Ryanair; easyJet; Wizz Air; British Airways; Air France; KLM; Iberia; Vueling; TAP Air; SAS Scandinavian; Norwegian Air; Turkish Airlines; Pegasus Airlines; Delta Air Lines | delta air; United Airlines; American Airlines; Southwest Airlines; JetBlue; Alaska Airlines; Spirit Airlines; Frontier Airlines; Air Canada; WestJet; LATAM; Avianca; Copa Airlines; GOL Linhas; Azul Linhas; Aeromexico; Volaris; Singapore Airlines; Scoot; AirAsia; Malaysia Airlines; Garuda; Lion Air; Thai Airways; Vietnam Airlines; VietJet; Cebu Pacific; Cathay Pacific; ANA | =ana; Japan Airlines; Korean Air; Asiana; Qantas; Jetstar; Virgin Atlantic; Virgin Australia; Air New Zealand; Kenya Airways; Ethiopian Airlines; South African Airways",
    "travel.rail": "IRCTC | indian railway | irctcweb | irctcwebupi; RedBus; AbhiBus; Amtrak; Greyhound; FlixBus; Eurostar; Trainline; Deutsche Bahn | db vertrieb; SNCF; Renfe; Trenitalia; Italo Treno | =italo; ÖBB | obb; SBB CFF; NS International; SJ AB; VR Group; PKP Intercity; Shinkansen; JR East | jr東日本; Korail; Busbud; Megabus; National Express; Omio",
    "travel.hotels": "Airbnb; Booking.com | bookingcom; OYO | oyo rooms | oravel; Marriott; Hilton; Hyatt; IHG | =ihg; Accor; Taj Hotels; ITC Hotels; Treebo; FabHotels; Agoda; Hotels.com; Expedia; Vrbo; Hostelworld; Premier Inn; Travelodge; Motel 6; Best Western; Radisson; Ibis Hotel; Novotel; RedDoorz; Traveloka",
    "travel": "MakeMyTrip | makemytrip india; Goibibo; Cleartrip; EaseMyTrip; Yatra | =yatra | yatra online; ixigo; Thomas Cook; Trip.com | tripcom; Klook; GetYourGuide; Viator; Despegar; Decolar; TUI; Kiwi.com; lastminute.com",
    "travel.rental": "Zoomcar; Revv; Hertz; Avis; Enterprise Rent-A-Car; Budget Rent; Sixt; Europcar; Turo; Zipcar; Localiza; Alamo Rent",
    "shopping.online": "Amazon | amzn mktp | amzn | amazon.com | amazon.in | amazon.co | amazon seller services | amazon pay; Flipkart; Meesho; Snapdeal; JioMart Online; eBay; Etsy; AliExpress; Alibaba; Temu; Wish | =wish; Mercado Libre | mercadolibre | mercadolivre; Shopee; Lazada; Tokopedia; Bukalapak; Rakuten | rakuten ichiba; Coupang; JD.com; Taobao; Tmall; Zalando; Otto | =otto; Allegro; bol.com | bol; Cdiscount; Fnac; Emag; Trendyol; Hepsiburada; Noon | =noon | noon.com; Jumia; Takealot; Konga; Walmart.com; Target | =target; QVC; Wayfair; Falabella; Magalu; Americanas",
    "shopping.clothes": "Myntra; Ajio; Nykaa Fashion; Zara; H&M | =h & m | hennes mauritz | h & m hennes; Uniqlo; Gap | =gap; Levi's | levis; Nike; Adidas; Puma; Reebok; Skechers; Bata | =bata | bata india; Westside | trent; Pantaloons; Max Fashion; Shoppers Stop; Lifestyle Stores; Lenskart Fashion; Fabindia; Manyavar; Shein; ASOS; Primark; C&A | =c&a; Mango | =mango; Bershka; Pull & Bear; Decathlon Apparel; Next Retail; Marks & Spencer | =m&s; Macy's | macys; Nordstrom; TJ Maxx | tjmaxx; Ross Stores; Old Navy; Lululemon; Foot Locker; Victoria's Secret; Deichmann; Kiabi; Renner; Bonobos",
    "shopping.electronics": "Croma; Reliance Digital; Vijay Sales; Apple Store; Samsung; OnePlus; Xiaomi | mi.com; boAt | imagine marketing; Best Buy; Micro Center; Newegg; B&H Photo; MediaMarkt | media markt; Saturn | =saturn; Currys; Darty; Boulanger | =boulanger; Coolblue; Elgiganten; Euronics; Yodobashi; Bic Camera; JB Hi-Fi; Challenger; Courts; Elektra; Casas Bahia; Dell; Lenovo",
    "shopping.books": "Crossword Bookstores; Sapna Book House; Kindle Store; Barnes & Noble; Waterstones; Thalia; Hugendubel; FNAC Livres; Feltrinelli; Kinokuniya; Staples; Office Depot; Livraria Cultura",
    "shopping.gifts": "Tanishq | titan company; Kalyan Jewellers; Malabar Gold; Joyalukkas; CaratLane; FNP | ferns n petals; Archies; Hamleys; Toys R Us; Lego; Pandora | =pandora; Swarovski; Tiffany; 1-800-Flowers",
    "shopping.sports": "Decathlon; Dick's Sporting Goods; REI | =rei; Sports Direct; Intersport; XXL Sport; Cult Sport",
    "home.furnishing": "IKEA; Pepperfry; Urban Ladder; Home Centre; HomeTown; Crate & Barrel; Williams-Sonoma; Bed Bath; Maisons du Monde; Nitori; Jysk; Muji; West Elm; Wakefit",
    "home.repair": "Home Depot | the home depot; Lowe's | lowes; Ace Hardware; Menards; Leroy Merlin; Bauhaus; Hornbach; OBI | =obi; Castorama; B&Q | =b&q; Screwfix; Bunnings; Sodimac; Homecenter; Urban Company | urbanclap",
    "health.pharmacy": "Apollo Pharmacy; MedPlus; 1mg | tata 1mg; PharmEasy; NetMeds; Wellness Forever; CVS | cvs pharmacy; Walgreens; Rite Aid; Boots | =boots | boots uk; DM Drogerie | dm-drogerie | dm drogeriemarkt; Rossmann; Watsons; Guardian Pharmacy; Matsumoto Kiyoshi; Welcia; Sugi Drug; Chemist Warehouse; Dis-Chem; Clicks; Farmacias Guadalajara; Farmacias del Ahorro; Cruz Verde; Salcobrand; Inkafarma; Mifarma; Drogasil; Droga Raia; Pague Menos; Farmatodo",
    "health.care": "Apollo Hospitals; Fortis | =fortis | fortis hospital; Max Healthcare; Manipal Hospital; Practo; Dr Lal PathLabs; Thyrocare; Metropolis Healthcare; Kaiser Permanente; Quest Diagnostics; LabCorp; Zocdoc; Doctolib; Aspen Dental; BetterHelp; Bupa; Mediclinic; Colsanitas",
    "health.optics": "Lenskart; Titan Eye; Warby Parker; Specsavers; Fielmann; Vision Express; LensCrafters; Apollo Optik; JINS; Zoff",
    "health.fitness": "Cult.fit | cultfit | curefit; Gold's Gym; Planet Fitness; LA Fitness; Equinox; ClassPass; Peloton; Anytime Fitness; McFit; FitX; Basic-Fit; PureGym; Virgin Active; Smart Fit; Urban Sports Club; Strava",
    "health.beauty": "Nykaa; Purplle; Sephora; Ulta; The Body Shop; Lush; Douglas | =douglas; Natura; O Boticário; Lakme Salon; Jawed Habib; Great Clips; Supercuts; Bath & Body Works; Mamaearth",
    "digital.streaming": "Netflix; Disney+ | disney plus | disneyplus; Hotstar | disney+ hotstar | jiohotstar | novi digital; Prime Video | amazon prime; SonyLIV; Zee5; JioCinema; Spotify; YouTube | youtube premium | google youtube; Apple Music; Apple TV; Gaana; JioSaavn; Wynk; Hulu; HBO Max | hbo; Max.com; Paramount+ | paramount plus; Peacock | peacock tv; Crunchyroll; DAZN; Audible; Deezer; Tidal | =tidal; SoundCloud; Twitch; Canal+; Globoplay; Viaplay; Viki; iQIYI; U-NEXT; AbemaTV",
    "digital.games": "Steam | steam games | steampowered | valve; PlayStation | sony playstation; Xbox | microsoft xbox; Nintendo; Epic Games; Roblox; Riot Games; Blizzard; Electronic Arts; Garena; Dream11; MPL | =mpl; Supercell; Ubisoft",
    "digital.software": "Apple | =apple | apple.com | apple services | itunes; Google | =google | google play | google one | google cloud | google workspace | google storage; Microsoft | microsoft 365; Adobe; Dropbox; OpenAI | chatgpt; Anthropic | claude.ai; GitHub; GitLab; Notion | =notion | notion labs; Figma; Canva; Zoom | =zoom | zoom.us | zoom video; Slack; Atlassian; AWS | amazon web services; DigitalOcean; Cloudflare; Namecheap; GoDaddy; Heroku; Vercel; Netlify; Hetzner; OVH; Linode; 1Password; LastPass; NordVPN; ExpressVPN; Proton | =proton | proton ag; Evernote; Grammarly; LinkedIn; Zoho; Freshworks; Squarespace; Wix; Mailchimp; Twilio; JetBrains; Setapp; iCloud; Telegram Premium; Truecaller; Tinder; Bumble",
    "digital.news": "New York Times | nytimes | nyt; Washington Post; Wall Street Journal | wsj; The Economist | economist; Financial Times; The Guardian; The Hindu; Times of India; Indian Express; Le Monde; Der Spiegel; El País; Medium | =medium; Substack; Bloomberg; Readly",
    "leisure": "BookMyShow | bigtree entertainment; PVR | pvr inox | pvr cinemas; INOX; Cinepolis; AMC Theatres | amc; Regal Cinemas; Cineworld; Odeon; UCI Kino; Cinemark; Ticketmaster; StubHub; Eventbrite; Live Nation; Insider.in; Fandango; Golden Village; Toho Cinemas; Paytm Insider; District | =district",
    "bills.phone": "Airtel | bharti airtel; Jio | reliance jio | jio prepaid | =jio | jiomobility; Vi | =vi | vodafone idea | vodafone; BSNL; MTNL; Verizon | vzw; AT&T | =at&t | =att; T-Mobile | tmobile; Mint Mobile; Google Fi; Rogers Wireless; Bell Mobility; Telus; EE Limited | =ee; O2 | =o2; Three UK; giffgaff; Telekom | deutsche telekom; Orange | =orange; SFR; Bouygues Telecom; Free Mobile; Movistar; TIM | =tim | telecom italia; WindTre; KPN; Telia; Telenor; Tele2; Turkcell; Claro; Telcel; Entel; Vivo | =vivo | vivo telefonica; Singtel; StarHub; Maxis; Celcom; Digi Telecom; Telkomsel; Indosat; AIS | =ais; Globe Telecom; Smart Communications; NTT Docomo | docomo; SoftBank; KDDI; Telstra; Optus; MTN | =mtn | mtn nigeria; Safaricom; Glo Mobile; 9mobile; Vodacom; Etisalat; du Telecom | =du; STC Pay; Zain",
    "bills.internet": "ACT Fibernet | act fibernet | atria convergence; Hathway; Tata Play | tata sky; Dish TV; Sun Direct; JioFiber; Airtel Xstream; Excitel; Comcast | xfinity; Spectrum | =spectrum | charter communications; Cox Communications; Starlink; Sky UK; Virgin Media; BT Group | =bt; Unitymedia; Ziggo; Fastweb; Converge ICT; PLDT; Izzi; Totalplay; DirecTV",
    "bills.electricity": "BESCOM; MSEDCL | mahavitaran | mahadiscom; Tata Power; Adani Electricity; BSES | bses rajdhani | bses yamuna; TANGEDCO; TNEB; KSEB; UPPCL; WBSEDCL; CESC; Torrent Power; PG&E | =pg&e | pacific gas; Con Edison | coned; Duke Energy; Southern California Edison; ComEd; Octopus Energy; British Gas; EDF; E.ON | =e.on | eon energie; Vattenfall; RWE; Endesa; Iberdrola; Naturgy; Enel; Engie; Eneco; Fortum; Tepco; Meralco; PLN | =pln; TNB | tenaga nasional; Eskom; Kenya Power; IKEDC; EKEDC; CFE | =cfe; Codensa; Edenor; Luz del Sur; Enel X; SP Services",
    "bills.gas": "Indane; HP Gas; Bharat Gas; Mahanagar Gas; Indraprastha Gas; Adani Gas | adani total gas; Gujarat Gas; SoCalGas; National Grid; Gas Natural; Vanti",
    "bills.insurance": "LIC | life insurance corporation | lic of india; HDFC Life; HDFC Ergo; ICICI Prudential; ICICI Lombard; SBI Life; Max Life; Star Health; Bajaj Allianz; Tata AIA; Acko; Digit Insurance | go digit; PolicyBazaar; Niva Bupa; Care Health; New India Assurance; GEICO; State Farm; Progressive Insurance; Allstate; Liberty Mutual; USAA Insurance; Lemonade; Aviva; Admiral; Direct Line; Allianz; AXA; HUK-Coburg; Generali; Mapfre; Zurich Insurance; MetLife; Prudential; AIA | =aia; Great Eastern; Discovery Health; Old Mutual; Sanlam; Rimac Seguros; Pacifico Seguros; Porto Seguro",
    "bills.loan": "Bajaj Finance | bajaj finserv; HDFC Home Loan; LIC Housing; Muthoot; Manappuram; Home Credit; Navi | =navi; KreditBee; MoneyView; EarlySalary | fibe; Sallie Mae; Nelnet; Navient; Rocket Mortgage; SoFi Loan; Affirm; Klarna; Afterpay; Afterpay US",
    "savings.investments": "Zerodha | zerodha broking; Groww | nextbillion; Upstox | rksv; Angel One; ICICI Direct; HDFC Securities; Kuvera; INDmoney; Smallcase; 5paisa; Indian Clearing Corp; BSE Star MF; CAMS | =cams; KFintech; Nippon India Mutual; Robinhood; Charles Schwab; Fidelity; Vanguard; E*Trade; Interactive Brokers; Webull; Acorns; Betterment; Wealthfront; Wealthsimple; eToro; Trading 212; DEGIRO; Trade Republic; Scalable Capital; Hargreaves Lansdown; Nutmeg; StashAway; Syfe; Endowus; Bibit; Ajaib; XP Investimentos; Nubank Investimentos; Avanza; Nordnet",
    "savings.crypto": "Coinbase; Binance; Kraken; WazirX; CoinDCX; CoinSwitch; Crypto.com; Gemini | =gemini; Bitstamp; Bitpanda; Bitso; Mercado Bitcoin; Luno; Upbit; bitFlyer; Coincheck",
    "education": "BYJU'S | byjus | think and learn; Unacademy; Vedantu; upGrad; Coursera; Udemy; edX; Skillshare; Duolingo; MasterClass; Khan Academy; Physics Wallah; Simplilearn; Pluralsight; Babbel; Chegg; Kumon",
    "services": "FedEx; DHL; UPS | =ups; USPS; Blue Dart; Delhivery; DTDC; India Post; Royal Mail; La Poste; Correos; PostNord; Deutsche Post; TaskRabbit; Fiverr; Upwork; Porter | =porter; UClean; Borzo",
    "pets": "Petco; PetSmart; Chewy; Heads Up For Tails; Supertails; Fressnapf; Zooplus; Pets at Home; Banfield; Kiwoko",
    "giving": "GiveIndia; Ketto; Milaap; GoFundMe; UNICEF; Red Cross; CRY | =cry; Wikimedia; Oxfam; Save the Children; WWF; Médecins Sans Frontières; Akshaya Patra",
    "transfers.wallet": "Paytm Wallet | add money to wallet; MobiKwik; Freecharge; Amazon Pay Balance; PhonePe Wallet; Ola Money; GoPay; OVO | =ovo; DANA | =dana; ShopeePay; TrueMoney; Boost | =boost; GCash; Maya Wallet; Momo Wallet; ZaloPay; M-Pesa",
    "transfers.people": "Venmo; Cash App; Tikkie; Bizum; PayNow; Interac e-Transfer",
    "transfers.card_bill": "CRED | =cred | cred club | dreamplug",
    "taxes": "Income Tax Department | income tax; CBDT; GSTN; IRS | =irs | us treasury irs | irs usataxpymt; HMRC; Finanzamt; SAT Mexico; SUNAT; SII | pago a s.i.i; DIAN | =dian; AFIP; Receita Federal; IRAS; Agencia Tributaria; DGFiP; Skatteverket; Skatteetaten; KRA | =kra; FIRS | =firs; SARS | =sars; DMV | =dmv",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Known:
    """A merchant of the directory: how people call it, and what is bought there."""

    name: str
    category: str
    whole: bool


def tokens(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[^\W_]+", text.lower().replace("'", "").replace("’", "")))


def _spellings() -> Iterator[tuple[tuple[str, ...], Known]]:
    for category, listed in MERCHANTS.items():
        for entry in listed.split(";"):
            name, *others = (part.strip() for part in entry.split("|"))
            exact = {tokens(other) for other in others if other.startswith("=")}
            for spelling in others if tokens(name) in exact else (name, *others):
                yield tokens(spelling), Known(name, category, spelling.startswith("="))


BY_TOKENS = MappingProxyType({words: known for words, known in reversed([*_spellings()]) if words})
LONGEST = max(len(words) for words in BY_TOKENS)
# UBERRIDES, BigBasket as one word: a long name may have lost its blanks.
SQUASHED = MappingProxyType({"".join(words): known for words, known in BY_TOKENS.items() if not known.whole})
LONG_ENOUGH = 6
# What follows must be a word of its own: DECATHLONIA is somebody else.
REST = 4


def find(name: str) -> Known | None:
    """The merchant a counterparty's name begins with: the longest spelling that fits."""
    words = tokens(name)
    for size in range(min(LONGEST, len(words)), 0, -1):
        known = BY_TOKENS.get(words[:size]) or SQUASHED.get("".join(words[:size]))
        if known and (not known.whole or size == len(words)):
            return known
    return _run_together(words[0]) if words else None


def _run_together(word: str) -> Known | None:
    """`swiggyinstamartorders`: the longest known name at the front of one long word."""
    for size in range(len(word) - REST, LONG_ENOUGH - 1, -1):
        if known := SQUASHED.get(word[:size]):
            return known
    return None
