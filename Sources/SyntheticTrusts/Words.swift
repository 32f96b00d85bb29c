/// The words that names are made of.
enum Words {
  static let plants = [
    "Acorn", "Alder", "Almond", "Apple", "Ash", "Aspen", "Aster", "Bay", "Beech", "Birch",
    "Blackthorn", "Bluebell", "Bramble", "Briar", "Bryony", "Burdock", "Buttercup", "Campion",
    "Cedar", "Celandine", "Cherry", "Chestnut", "Clover", "Columbine", "Cornflower", "Cowslip",
    "Crocus", "Cypress", "Daffodil", "Daisy", "Damson", "Elder", "Elm", "Eyebright", "Fern",
    "Foxglove", "Furze", "Gentian", "Gorse", "Harebell", "Hawthorn", "Hazel", "Heather", "Holly",
    "Honeysuckle", "Hornbeam", "Iris", "Ivy", "Jasmine", "Juniper", "Larch", "Larkspur",
    "Lavender", "Lilac", "Linden", "Lupin", "Mallow", "Maple", "Marigold", "Medlar", "Mulberry",
    "Myrtle", "Oak", "Orchid", "Osier", "Pear", "Pine", "Plum", "Poplar", "Poppy", "Primrose",
    "Quince", "Rosemary", "Rowan", "Rush", "Saffron", "Sorrel", "Spruce", "Sycamore", "Tansy",
    "Teasel", "Thistle", "Violet", "Walnut", "Willow", "Yarrow", "Yew",
  ]

  static let landscapes = [
    "Bank", "Beck", "Bower", "Bridge", "Brook", "Brow", "Chase", "Cliff", "Close", "Combe",
    "Common", "Copse", "Corner", "Court", "Croft", "Cross", "Dale", "Dell", "Dene", "Down",
    "Edge", "Farm", "Field", "Ford", "Garden", "Garth", "Gate", "Glade", "Green", "Grove",
    "Hall", "Heath", "Hill", "Hollow", "Holt", "Hurst", "Knoll", "Lane", "Lea", "Lodge",
    "Mead", "Meadow", "Mere", "Mill", "Moor", "Mount", "Orchard", "Park", "Path", "Pond",
    "Ridge", "Rise", "Shaw", "Spring", "Stile", "Thicket", "Vale", "View", "Wood", "Yard",
  ]

  static let qualifiers = [
    "Upper", "Lower", "North", "South", "East", "West", "Old", "New", "Great", "Little", "High",
    "Long", "Far", "Near", "Middle", "Broad", "Bright", "Silver", "Golden", "Quiet",
  ]

  static let placeBeginnings = [
    "Alder", "Amber", "Apple", "Arden", "Ashen", "Barrow", "Bex", "Black", "Bram", "Brigg",
    "Calder", "Carl", "Chel", "Clave", "Cold", "Cran", "Crow", "Dar", "Drake", "Dun",
    "Elder", "Ember", "Fal", "Farn", "Fern", "Gar", "Glen", "Gold", "Hart", "Hazel",
    "Hether", "Hol", "Ivel", "Kel", "Kings", "Lamb", "Lang", "Lark", "Lin", "Mallard",
    "Marl", "Mel", "Nether", "Oaken", "Orchard", "Otter", "Pel", "Quen", "Raven", "Red",
    "Ripple", "Rook", "Sal", "Sedge", "Shel", "Swan", "Tarn", "Thorn", "Wend", "Win",
  ]

  static let placeEndings = [
    "beck", "borough", "bourne", "bridge", "bury", "by", "cester", "combe", "dale", "den",
    "field", "ford", "gate", "ham", "hampton", "hurst", "leigh", "ley", "mere", "minster",
    "mouth", "port", "stead", "stoke", "thorpe", "ton", "wick", "well", "wold", "worth",
  ]

  static let directions = ["North", "South", "East", "West", "Central", "Upper", "Lower", "Outer"]

  static let givenNames = [
    "Addison", "Alex", "Ari", "Ashley", "Aubrey", "Avery", "Bailey", "Blair", "Brook", "Cameron",
    "Carey", "Casey", "Charlie", "Chris", "Corin", "Dana", "Darcy", "Devon", "Drew", "Eden",
    "Ellis", "Emery", "Finley", "Frankie", "Gale", "Hadley", "Harper", "Hayden", "Hilary",
    "Indigo", "Jamie", "Jess", "Jody", "Jordan", "Jules", "Kai", "Kelly", "Kerry", "Kim",
    "Kit", "Lane", "Lee", "Leslie", "Logan", "Lou", "Mackenzie", "Marley", "Merle", "Micah",
    "Morgan", "Nico", "Noel", "Pat", "Paris", "Phoenix", "Quinn", "Reese", "Remy", "Riley",
    "River", "Robin", "Rory", "Rowan", "Sacha", "Sage", "Sam", "Sandy", "Shay", "Sidney",
    "Sky", "Stevie", "Tatum", "Taylor", "Toni", "Tracy", "Val", "Vivian", "Winter", "Wren",
  ]

  static let familyNames = [
    "Abbotley", "Aldwin", "Ambrey", "Arkendale", "Ashdown", "Barleigh", "Barnaby", "Beckford",
    "Bellamine", "Birchall", "Blakemoor", "Bosworth", "Brackley", "Bramwell", "Briggs",
    "Calderon", "Carswell", "Chadley", "Chilcott", "Clevedon", "Coldwell", "Corbridge",
    "Cranmore", "Crossley", "Dalby", "Darnley", "Denholm", "Dovedale", "Drayton", "Eastmoor",
    "Edgerley", "Elmstone", "Fairburn", "Farrow", "Fenwick", "Firth", "Galloway", "Garside",
    "Gedding", "Glaisdale", "Goodwin", "Greenhow", "Hadrian", "Halden", "Harcastle", "Hartley",
    "Haverhill", "Hexham", "Holbrook", "Hunsley", "Ibbotson", "Ingleby", "Jessop", "Kelsall",
    "Kempsey", "Kirkbride", "Lambourne", "Langdale", "Latimer", "Linfield", "Lockwood", "Ludlow",
    "Maitland", "Marchbank", "Marlowe", "Melbourne", "Merrick", "Milburn", "Moorcroft",
    "Nethercott", "Newbold", "Norbury", "Oakeshott", "Osmond", "Paxford", "Pemberley", "Penrose",
    "Pickering", "Quarrington", "Radley", "Ravenhall", "Redfern", "Ribston", "Rothwell",
    "Sandford", "Selwyn", "Sherbourne", "Silverdale", "Southwell", "Stanhope", "Swinton",
    "Tarrant", "Thornbury", "Tilney", "Underhill", "Vernham", "Wakeley", "Walden", "Warborough",
    "Wetherby", "Whitcombe", "Wilding", "Winslade", "Woodforde", "Wyndham", "Yardley", "Yelland",
  ]

  /// What schools work on, as needs and as strengths.
  static let topics = [
    "early reading", "phonics", "writing", "maths mastery", "science", "oracy", "early years",
    "curriculum design", "assessment", "attendance", "behaviour", "inclusion", "safeguarding",
    "transition", "wellbeing", "middle leadership", "governance", "languages", "music",
    "careers education",
  ]
}
