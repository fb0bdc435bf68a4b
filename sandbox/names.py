"""Invented people and businesses for the mails. None is real; a resemblance to a name people bear cannot be helped."""

PEOPLE: dict[str, tuple[str, ...]] = {
    "IN": (
        "Aditi Kulkarni", "Rohan Deshmukh", "Meera Subramaniam", "Farhan Qureshi", "Lakshmi Prasad", "Harpreet Gill",
        "Nandini Rao", "Sourav Banerjee", "Ishaan Malhotra", "Kavya Menon", "Devika Pillai", "Manoj Tripathi",
        "Zoya Ansari", "Pranav Joshi", "Ritu Agarwal", "Thomas Kurian", "Anjali Bhosale", "Vikas Chauhan",
        "Shalini Iyer", "Yusuf Shaikh", "Bhavna Solanki", "Karthik Reddy", "Neeraj Sinha", "Pooja Nambiar",
    ),
    "US": (
        "Dana Whitlock", "Marcus Oyelaran", "Elena Vasko", "Priya Raman", "Theo Lindgren", "Camille Duarte",
        "Jonah Abrams", "Wren Castillo", "Nadia Karim", "Silas Beaumont", "Ivy Nakamura", "Rafael Montero",
    ),
    "EU": (
        "Aoife Kinsella", "Jonas Weidmann", "Beatriz Falcao", "Lukas Brandner", "Imogen Hartley", "Matteo Serafini",
        "Freya Lundqvist", "Owen Pritchard", "Clara Hoffmeister", "Marta Zielinska", "Hugo Delacroix", "Saoirse Nolan",
    ),
}  # fmt: skip

CARD_MERCHANTS: dict[str, tuple[str, ...]] = {
    "IN": (
        "LOTUS SUPERMART", "BLUE NILGIRI CAFE", "SAHYADRI FUELS", "METROLINE PHARMACY", "TARANG ELECTRONICS", "KAVERI BOOK DEPOT",
        "ORCHID SALON", "PIXELKART ONLINE", "CITYHOP CABS", "GULMOHAR FASHIONS", "MORNING CRUST BAKERY", "HARVEST BASKET",
        "NORTHSTAR OPTICALS", "SILVERLEAF FURNITURE", "GRANDVIEW CINEMAS", "TRAILHEAD SPORTS", "VELVET SWEETS", "AQUALINE STORES",
    ),
    "US": (
        "HARBORVIEW MARKET", "PINE RIDGE HARDWARE", "CEDAR LANE COFFEE", "LUMENFLIX", "SUMMIT OUTFITTERS", "BLUEBIRD PHARMACY",
        "OLD MILL GRILL", "METRO TRANSIT KIOSK", "PAPERBACK ALLEY", "GREENFORK KITCHEN", "WESTBAY FUEL", "TOTALHOME SUPPLY",
    ),
    "EU": (
        "Alder & Finch", "Brightwater Bakery", "Kaffeehaus Lindner", "Tramline Books", "Meadow Grocer", "Copperfield Cycles",
        "Stadtmarkt Nord", "Quayside Cinema", "Papaya Noodle Bar", "Hearth Pizza", "Northgate Pharmacy", "Velora Fashion",
    ),
}  # fmt: skip

SHOPS = (
    "Sri Ganesh Provision", "Annapoorna Tiffins", "Royal Medicals", "New Bharat Dairy", "Shivam Fruits", "Mahalaxmi Kirana",
    "Sundar Auto Stand", "Green Park Laundry", "Balaji Stationers", "Nilgiri Tea Point", "Coastal Fish Mart", "Raj Mobile Care",
    "Arya Vegetables", "Udaan Cycle Works", "Om Sai Snacks", "Little Millennium Prints",
)  # fmt: skip
COMPANIES = {
    "IN": ("QUARTZLEAF SOFTWARE PVT LTD", "NIMBUS TEXTILES LLP", "BRIGHTPATH CONSULTING", "INDUS ROBOTICS PVT LTD",
           "TEALWAVE LOGISTICS LTD", "MARIGOLD HEALTHCARE LTD"),
    "US": ("CEDARWORKS LLC PAYROLL", "BRIGHTWELL PAYROLL", "NORTHFORK LABS PAYROLL", "STONEBRIDGE INC PAYROLL"),
    "EU": ("Feldmann Optik GmbH", "Albrecht Logistik AG", "Havelblick Medien GmbH", "Tessera Systems Ltd"),
}  # fmt: skip
BILLERS = (
    "LOTUS HOUSING FINANCE", "SURAKSHA LIFE INSURANCE", "INDIAN CLEARING CORP", "SAHYADRI MUTUAL FUND", "TUNGABHADRA FIBERNET",
    "PRAKASH POWER DISTRIBUTION",
)  # fmt: skip
RESTAURANTS = (
    "Spice Junction", "Dosa Corner", "Biryani Darbar", "The Green Bowl", "Coastal Curry House", "Tandoor Nights", "Momo Station",
    "Punjabi Rasoi",
)  # fmt: skip
SUBSCRIPTIONS = ("Streamly Entertainment", "Nimbus Cloud", "Tunepod Music", "Readwell Magazines", "Fitloop Studio")
ITEMS = (
    "Steel Kettle 1.5 L", "Cotton Bedsheet", "Desk Lamp", "Running Shoes", "Noise Cancelling Headphones", "Yoga Mat",
    "Ceramic Planter Set", "Wireless Keyboard",
)  # fmt: skip
PLACES = ("KARVE ROAD", "ANNA NAGAR", "SALT LAKE", "BANJARA HILLS", "JAYANAGAR", "CIVIL LINES")
CITIES = ("PUNE", "CHENNAI", "KOLKATA", "HYDERABAD", "BENGALURU", "JAIPUR")
TOLLS = ("Khed Shivapur", "Navayuga Devanahalli", "Kherki Daula", "Paranur", "Lonavala")
