"""Words in a merchant's name that tell its trade, in the languages of the corpus. A trailing "*" stands for any ending.

The more telling trades stand first: HOSPITAL CAFETERIA is a hospital's, BOOK CAFE a café.
"""

import re
import unicodedata
from functools import cache
from types import MappingProxyType

WORDS: dict[str, str] = {
    "transfers.card_bill": "creditcard, credit card, card bill, card payment, cc payment, ccbill, cc bill, kreditkart*, tarjeta de credito, cartao de credito, kartu kredit",
    "savings.investments": "mutual fund, mutualfund, securities, broking, stockbroker*, brokerage, demat, clearing corp, clearing corporation, asset management, wealth, nps trust, fondo de inversion, fundo, depot",
    "savings.deposits": "fixed deposit, recurring deposit, term deposit",
    "savings.retirement": "provident fund, epfo, ppf, 401k, pension fund, afore, afp",
    "bills.insurance": "insurance, assurance, premium ins, versicherung*, seguro*, assicuraz*, assurances, verzekering*, forsikring*, försäkring*, sigorta, ubezpiecz*, asuransi, 保険",
    "bills.loan": "loan*, emi, home finance, housing finance, mortgage, hypothek, prestamo*, emprestimo*, leasing, finance ltd, finserv, crédit, kredi",
    "bills.electricity": "electric*, electricity, power, energy, energie*, energia, discom, vidyut, bijli, stadtwerke, strom*, luz, listrik, elektrik dağıtım, 電力, 電気料金",
    "bills.gas": "gas, gaz, indane, lpg, pipeline, 瓦斯, ガス",
    "bills.water": "water, jal board, wasser*, agua, aguas, acqua, vatten, vann, su idaresi, air minum, pdam, acueducto, sabesp, 水道, utilities, utility, sewer*",
    "bills.internet": "broadband, fibernet, fiber, fibre, internet, cable tv, dth, breitband, kabel tv, fibra",
    "bills.phone": "telecom*, mobile recharge, prepaid, postpaid, recharge, telefon*, telefonica, mobilfunk, wireless, pulsa, 電話",
    "taxes": "income tax, gst, customs, municipal*, tax, taxes, impuesto*, tributo*, finanzamt, steuer*, imposta, belasting*, skatt*, vergi, pajak, passport, rto, court, treasury, prefeitura, ayuntamiento, council",
    "home.rent": "rent, landlord, lettings, letting, property mgmt, property management, property, housing society, chs, apartments, apartment, realty, miete, hausverwaltung, alquiler, arriendo, aluguel, loyer, affitto, huur, kira, mgmt corp, maintenance, pg, hostel fees",
    "transport.fuel": "petrol, petrol*, petroleum, fuel*, filling station, gas station, gasoline, petro, tankstelle, gasolinera, gasolin*, combustib*, carburant*, benzin*, benzina, akaryakıt, spbu, posto, servicentro, grifo, ガソリン, 加油, 充電, ev charging, charging",
    "transport.tolls": "toll, tolls, toll plaza, fastag, parking, parcheggio, parkhaus, parkplatz, estacionamiento, estacionamento, peaje, pedágio, péage, autopista, autoroute, otopark, parkir, 駐車, 停车",
    "transport.taxi": "taxi, taxis, cab, cabs, rides, auto rickshaw, rickshaw, ojek, minicab, タクシー, 出租",
    "transport.public": "metro rail, metro card, bus pass, city bus, transit, transport authority, subte, metrobus, tram, verkehrsbetriebe, ov-chipkaart, mrt, lrt, 地下鉄, 地铁, 捷運",
    "transport.vehicle": "motors, automobile*, auto parts, autoparts, tyre*, tire*, garage, car wash, carwash, service centre, werkstatt, autohaus, taller, oficina mecanica, mechanic, bike service, otomotif, dealership",
    "travel.flights": "airline*, airways, airlines, air lines, aviation, flight*, flug*, aerolinea*, aeropuerto, airport, havayolları, hava yollari, 航空",
    "travel.rail": "railway*, rail, trains, train, bahn, trenes, ferrocarril*, coach, bus, buses, travels bus, autobus*, ferry, rodoviaria, kereta, 鉄道, 高鐵",
    "travel.rental": "car rental, rent a car, rentacar, autovermietung, alquiler de autos, location de voiture, self drive",
    "travel.hotels": "hotel*, resort*, motel, inn, hostel, guesthouse, guest house, homestay, lodge, lodging, suites, bed and breakfast, b&b, pension, albergo, pousada, hospedaje, otel, penginapan, ryokan, 旅館, ホテル, 酒店, 飯店",
    "travel": "travel*, tours, tourism, trip, holidays, viajes, viagens, reisebüro, reisen, voyages, viaggi, tur, turizm, wisata, 旅行",
    "pets": "pet, pets, petshop, pet shop, vet, vets, veterinar*, animal hospital, tierarzt, kennel, mascota*, aquarium, 動物, ペット",
    "health.pharmacy": "pharmac*, farmac*, chemist*, medical store, medical stores, medical hall, medicals, medicos, medico, drug store, drugstore, drugs, apothek*, apotheek, apotek*, drogueria, drogerie, droguería, eczane, apteka, parapharm*, ドラッグ*, ドラツグ*, 薬局, 药房, 藥局",
    "health.optics": "optic*, optical*, opticals, optics, optik*, optica, óptica, opticien, optiker*, eyewear, vision care, spectacles, メガネ, 眼鏡",
    "health.care": "hospital*, clinic*, clinica, clínica, doctor*, dental, dentist*, dentista, physio*, diagnostic*, patholog*, laborator*, nursing home, health*, medical, krankenhaus, klinik*, zahnarzt, praxis, hôpital, ospedale, sante, salud, saúde, ortopedia, therap*, ayurved*, homeo*, rumah sakit, hastane, przychodnia, 病院, クリニック, 歯科, 医院, 醫院",
    "health.fitness": "gym, gimnasio, fitness, yoga, crossfit, pilates, swim*, sports club, academia, fitnessstudio, spor salonu",
    "health.beauty": "salon, saloon, parlour, parlor, spa, barber*, beauty, hair, cosmetic*, peluqueria, peluquería, barberia, friseur*, coiffure, coiffeur, parrucchiere, kapper, nail*, unisex, kuaför, estetica, cabeleir*, 美容, 理髪",
    "education": "school*, vidyalaya, college, universit*, academy, education*, coaching, classes, tuition*, tutorial*, institute, schule, hochschule, escuela, colegio, escola, université, école, scuola, kindergarten, montessori, kurs, course*, sekolah, okul, 学校, 大学",
    "giving": "charity, charitable, donation*, foundation, ngo, temple, mandir, church, mosque, masjid, gurudwara, iglesia, igreja, kirche, spende*, stiftung, fundacion, zakat, devasthanam, shrine",
    "digital.news": "chronicle, newspaper*, news, magazine*, press, zeitung, periodico, diario, jornal, journal, gazette, times",
    "digital.streaming": "streaming, stream, music, musik, musica, podcast, movies, video",
    "digital.games": "games, gaming, game, spiele, juegos, jogos",
    "digital.software": "software, softworks, cloud*, hosting, saas, app, apps, fonts, domain*, server*, vpn, storage, analytics, pixel*, digital, webhost*, tech support",
    "leisure": "cinema*, cine, cineplex, kino, theatre*, theater, teatro, museum*, museo, musée, concert*, ticket*, tickets, amusement, zoo, entertainment, bowling, arcade, karaoke, golf, stadium, club, event*, events, park entry, bioskop, sinema, 映画, 電影",
    "food.coffee": "coffee*, cafe, café, cafes, caffe, kaffee*, cafeteria, tea, chai, chaiwala, tea stall, tea house, tea rooms, teh, kopi, kopitiam, toast, juice, juices, ice cream, gelato, gelateria, heladeria, helado*, sorvete*, eisdiele, dessert*, boba, bubble tea, roasters, espresso, brew, fika, çay, kahve, コーヒー, 喫茶, 珈琲, 咖啡, 茶",
    "food.groceries": "supermarket*, supermercado*, supermarkt, supermarché, hypermarket, hipermercado, minimarket, mini market, market, markt, mkt, mart, grocer*, grocery, kirana, provision*, general store, general stores, dairy, milk, bakery, bakeries, bakehouse, bakers, boulangerie, bäckerei, backerei, panaderia, panadería, padaria, panificio, bakkerij, pâtisserie, patisserie, konditorei, confectioner*, sweets, mithai, butcher*, metzgerei, fleischerei, carniceria, açougue, fish market, fruit*, vegetable*, sabzi, organic*, farm, farms, frutas, verduras, verduleria, abarrotes, bodega, mercado, mercearia, épicerie, alimentari, toko, warehouse, whse, kiosk, kiosko, kios, convenience, bakkal, manav, sklep, コンビニ*, スーパー*, ストア*, 超市, 便利店, 全聯, tienda, wine, wines, liquor*, bottle shop, spirits, naturkost",
    "food.delivery": "food delivery, dabba, tiffin service, meal kit",
    "food.restaurants": "restaurant*, restaurante, ristorante, restoran, resto, dhaba, bhojanalaya, mess, canteen, tiffin*, tiffins, biryani, dosa, idli, chaat, kitchen, kit, tandoor*, curry, diner, grill, bar, pub, tavern, taproom, brewery, brewing, brewpub, biergarten, gasthaus, gasthof, imbiss, bistro, brasserie, trattoria, osteria, pizzeria, pizza*, burger*, taqueria, taco*, sushi, ramen, noodle*, laksa, bento, prawn, hawker*, cooked food, food court, fast food, foods, food, eatery, eats, bbq, steak*, deli, delicatessen, soda, comedor, parrilla, cevicheria, lanchonete, churrascaria, warung, rumah makan, padang, kedai, nasi, lokanta, kebap, kebab, döner, spice, garden restaurant, udupi, chinese, thai, kueh, snack*, 火鍋, 食堂, 居酒屋, レストラン, 焼肉, 寿司, 餐廳, 餐厅, 小吃, 麵",
    "shopping.clothes": "fashion*, apparel, cloth*, garment*, textile*, saree*, sarees, silks, boutique*, tailor*, shoe*, footwear, sneaker*, wear, linen, bekleidung, schuhe, mode, moda, ropa, zapat*, vetements, abbigliamento, calzado*, giyim, butik, pakaian, 衣料, 靴, novelty, handloom, uniforms",
    "shopping.electronics": "electronic*, elektronik, electronics, mobiles, mobile store, computer*, computers, laptop*, camera*, gadget*, appliances, electricals, electro*, informatica, informática, elettronica, denki, elektro, audio, 電機, 電器, カメラ",
    "shopping.books": "book*, books, bookshop, bookstore, pustak, stationer*, stationers, stationery, library, librería, libreria, livraria, librairie, buchhandlung, buch*, papeterie, papeleria, papelería, papier*, xerox, print*, art supplies, kitabevi, kırtasiye, toko buku, księgarnia, 書店, 文具",
    "shopping.gifts": "jewel*, jewellers, jewels, gold, diamond*, gift*, gifts, toy*, toys, florist*, flower*, flowers, blumen, floreria, floristeria, watch*, uhren*, horlogerie, joyeria, joyería, schmuck, bijou*, fleuriste, kuyumcu, 花, 時計, 宝石",
    "shopping.sports": "sports, sport, sporting, outdoor*, gear, cycle*, cycles, bicycle*, bike shop, deportes, esportes, ski, スポーツ",
    "home.furnishing": "furniture, furnish*, furnishings, furnishing, home decor, decor, mattress*, möbel*, mobel, muebles, moveis, meubles, mobili, interiors, kitchenware, utensils, bartan*, cupboard, curtains, mobilya, perabot, homeware, home, 家具",
    "home.repair": "hardware, ferreteria, ferretería, plumb*, paints, electrician, construction, builders, nursery, garden centre, garden center, gartencenter, baumarkt, bricolage, ferramenta, tools, sanitary, tiles, cement, carpentry, material de construção, yapı market, ferragens, nurseries",
    "services": "laundry, dry clean, dry cleaners, dry cleaning, dryclean*, cleaners, courier*, cargo, freight, logistics, packers, movers, lavanderia, wäscherei, reinigung, photo studio, studio, photograph*, lawyer*, notary, advocate, consult*, repair*, servicios, services, serviços, security services, salon services, agency, printing",
    "shopping": "store*, stores, shop*, shoppe, retail, bhandar, bazaar, bazar, mall, emporium, enterprise*, enterprises, traders, trading, retail*, outlet, loja, magasin, negozio, winkel, butikk, kaufhaus, traders, merch*, goods, mgmt store, almacen, almacenes, sons, brothers, bros, industries, systems, agencies",
}  # fmt: skip
# Words that make of a sum received an income of this kind.
INCOME: dict[str, str] = {
    "income.salary": "salary, payroll, wages, pension, stipend, gehalt, lohn, nomina, nómina, sueldo, salaire, stipendio, gaji, maaş, 給与",
    "income.investments": "dividend*, coupon, redemption, dividende*, dividendo*",
    "income.rewards": "cashback, cash back, reward*, scratch card, bonus, promo credit",
    "income.interest": "interest, zinsen, intereses, juros, intérêts, rente",
    "savings.investments": "mutual fund, securities, broking",
}
# Remarks that name no payee but the person's other pocket.
OWN_WORDS = "self, self transfer, own account, own a/c, own accounts, between accounts, to myself, eigenes konto, eigenübertrag, umbuchung, cuenta propia, cuentas propias, conta própria, mesma titularidade, compte à compte, mes comptes, giroconto, savings, savings account, sparkonto, caja de ahorro, poupança, livret, tabungan"

# A word this long may be several.
RUN_TOGETHER = 11
CASELESS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uff66-\uff9f]")


class Lexicon:
    """Words → category. Whole words and runs of words are looked up, stems and scripts without blanks are searched for in order."""

    def __init__(self, table: dict[str, str]) -> None:
        whole: dict[tuple[str, ...], str] = {}
        self.order = {category: place for place, category in enumerate(table)}
        self.stems: dict[str, str] = {}
        self.inside: list[tuple[str, str]] = []
        for category, listed in table.items():
            for word in (one.strip().lower() for one in listed.split(",")):
                if CASELESS.search(word):
                    self.inside.append((word.rstrip("*"), category))
                elif word.endswith("*"):
                    self.stems.setdefault(word[:-1], category)
                else:
                    whole.setdefault(tuple(re.findall(r"[^\W_]+", word)), category)
        self.whole = MappingProxyType(whole)
        self.longest = max(len(words) for words in whole)

    def category(self, name: str) -> tuple[str, str] | None:
        """The category and the word that told it: of all that fit the one whose trade stands first; runs of words before single ones."""
        lowered = unicodedata.normalize("NFKC", name).lower()
        words = re.findall(r"[^\W_]+", lowered)
        for size in range(min(self.longest, len(words)), 1, -1):
            runs = (tuple(words[at : at + size]) for at in range(len(words) - size + 1))
            if found := [(self.whole[run], " ".join(run)) for run in runs if run in self.whole]:
                return min(found, key=self._rank)
        single = [(category, word) for word in words if (category := self._of_word(word))]
        if not lowered.isascii():
            single += [(category, part) for part, category in self.inside if part in lowered]
        single = single or [
            (category, part) for word in words if len(word) >= RUN_TOGETHER for part, category in self._parts(word)
        ]
        return min(single, key=self._rank) if single else None

    def _of_word(self, word: str) -> str | None:
        if category := self.whole.get((word,)):
            return category
        return next((self.stems[word[:size]] for size in range(len(word), 2, -1) if word[:size] in self.stems), None)

    def _parts(self, word: str) -> list[tuple[str, str]]:
        """Trades inside a long word whose blanks were lost: SAHYADRIPETROLSUPPLY."""
        return [
            (words[0], category)
            for words, category in self.whole.items()
            if not words[1:] and len(words[0]) >= 5 and words[0] in word
        ]

    def _rank(self, found: tuple[str, str]) -> int:
        return self.order[found[0]]


@cache
def trades() -> Lexicon:
    return Lexicon(WORDS)


@cache
def incomes() -> Lexicon:
    return Lexicon(INCOME)


@cache
def own() -> Lexicon:
    return Lexicon({"transfers.own": OWN_WORDS})
