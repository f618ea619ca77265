"""Quantities in sentences of many domains: (text, what a careful editor reads in it)."""

from itertools import pairwise

import pytest

from factdiff.language import parse_text
from factdiff.syntax import Reader
from factdiff.values.quantity import Quantity, find_quantities


def read(text: str) -> list[Quantity]:
    return find_quantities(parse_text(text))


def brief(q: Quantity) -> str:
    """Such as "24..99 person range", "10 km (6 mile)", "60 percent about"; an exact bound isn't named."""
    number = f"{q.number:.15g}" + ("" if q.high is None else f"..{q.high:.15g}")
    second = f" ({q.alt_number:.15g} {q.alt_unit})" if q.alt_unit else ""
    return f"{number} {q.unit}{second}" + ("" if q.bound == "exact" else f" {q.bound}")


def check(text: str, expected: str) -> None:
    found = "; ".join(brief(q) for q in read(text))
    assert found == expected


COUNTS = [
    ("Two trucks carried them away.", "2 truck"),
    ("He stabbed Owen Marsh NINE times.", "9 time"),
    ("The storm tore down 22 houses.", "22 house"),
    ("At least two homes were flattened.", "2 house at_least"),
    ("The firm will cut 1,500 jobs and close 12 of its 140 stores.", "1500 job; 12 store; 140 store"),
    ("Six of the nine bridges fell.", "6 bridge; 9 bridge"),
    ("The list covers around 1,100 dual-use items.", "1100 item about"),
    ("Russia launched 80 missiles and 35 drones overnight.", "80 missile; 35 drone"),
    ("It downed 51 of the drones.", "51 drone"),
    ("The indictment has 48 pages.", "48 page"),
    ("A 48-page indictment was unsealed.", "48 page"),
    ("The five-boat convoy turned back.", "5 boat"),
    ("He is a five-term congressman.", "5 term"),
    ("She has a 15-point lead.", "15 point"),
    ("The hospital has 850 beds.", "850 bed"),
    ("He was convicted of three counts of murder.", "3 count"),
    ("Messi had two goals and three assists.", "2 goal; 3 assist"),
    ("LeBron James scored 28 points and grabbed 10 rebounds.", "28 point; 10 rebound"),
    ("The trial tested two vaccines at 14 sites.", "2 vaccine; 14 site"),
    ("Two separate fires burned three small villages.", "2 fire; 3 village"),
    ("Eight round-the-world yachts have entered.", "8 yacht"),
    ("Three of Australia's biggest banks will close.", "3 bank"),
    ("The 28 EU countries agreed.", "28 country"),
    ("Three fire crews came.", "3 crew"),
    ("A pair of bombs exploded.", "2 bomb"),
    ("There were 14 AK-47 rifles in the car.", "14 rifle"),
    ("She won 306 electoral votes.", "306 vote"),
    ("The army lost four aircraft.", "4 aircraft"),
    ("The reserve has 20 sheep and 12 deer.", "20 sheep; 12 deer"),
    ("At least 3 and possibly 5 cases are known.", "3 case at_least; 5 case"),
    ("More than 20 but fewer than 30 cases are known.", "20 case at_least; 30 case at_most"),
    ("Seven yachts, 46 dinghies and one ferry were lost.", "7 yacht; 46 dinghy; 1 ferry"),
    ("The number of schools rose to 4,000.", "4000 school"),
    ("Zero deaths were reported.", "0 person"),
    ("There are almost 11,000 poker and gaming machines.", "11000 machine about"),
    (
        "They had 1,000 arrivals in August, something like 1,200 in September.",
        "1000 arrival; 1200 arrival about",
    ),
    ("He made five or six attempts.", "5..6 attempt range"),
    ("Between 4,000 and 5,000 tents are needed.", "4000..5000 tent range"),
    ("They need 20 to 30 tents.", "20..30 tent range"),
    ("The paper lists 1-4 features.", "1..4 feature range"),
]

PEOPLE = [
    ("Five people died and seven were injured.", "5 person; 7 person"),
    ("The blast left 24 dead and over 200 injured.", "24 person; 200 person at_least"),
    ("24 dead and over 200 injured", "24 person; 200 person at_least"),
    ("Magnitude-6.1 quake hits Indonesia; 1 dead", "6.1 magnitude; 1 person"),
    ("Three People Shot Outside Chicago Nightclub", "3 person"),
    ("Blast Kills 12 in Baghdad Market", "12 person"),
    ("It collapsed, killing at least one and leaving two others missing.", "1 person at_least; 2 person"),
    ("The bus plunged into a gorge, killing 26.", "26 person"),
    ("A fire killed 11 and wounded 30.", "11 person; 30 person"),
    ("11 men were wounded.", "11 person"),
    ("There are around 30 people seriously injured.", "30 person about"),
    ("Six children were killed and 14 trapped under debris.", "6 person; 14 person"),
    ("An estimated 14 children are still trapped.", "14 person about"),
    ("Of the 150 passengers, 30 were injured, 12 of them seriously.", "150 person; 30 person; 12 person"),
    ("Of those, 45 were women and 12 were children.", "45 person; 12 person"),
    ("The death toll has risen to 57.", "57 person"),
    ("That brings the confirmed death toll from the disaster to 11.", "11 person"),
    ("The ministry put the toll at 1,300.", "1300 person"),
    ("The village has a population of 2,400.", "2400 person"),
    ("Police arrested 14 men and 4 women.", "14 person; 4 person"),
    ("Some 2 million died in the famine.", "2000000 person about"),
    ("Hundreds feared dead", "200..999 person range"),
    ("Dozens have been reported injured.", "24..99 person range"),
    ("The quake injured dozens.", "24..99 person range"),
    ("Thousands marched in London.", "2000..9999 person range"),
    ("It left hundreds more injured.", "200..999 person range"),
    (
        "The wave killed 170,000 people in the province and tens of thousands more elsewhere.",
        "170000 person; 20000..99999 person range",
    ),
    ("1,500 were killed in Turkey and 810 in Syria.", "1500 person; 810 person"),
    ("Seven people have died in Queensland, five in Victoria.", "7 person; 5 person"),
    ("At least 25 of the injured are in intensive care.", "25 person at_least"),
    ("Three are in hospital.", "3 person"),
    ("188 were rescued and dozens were missing.", "188 person; 24..99 person range"),
    ("Eleven Israelis and 24 Palestinians died.", "11 person; 24 person"),
    ("They held 12 Nigerians and 30 Japanese.", "12 person; 30 person"),
    ("The 15-member council met.", "15 person"),
    ("A 10,000-strong crowd gathered.", "10000 person"),
    ("The three-man crew survived.", "3 person"),
    ("The ferry had 300 passengers and 17 crew.", "300 person; 17 person"),
    ("Seven male hostages and two nurses were freed.", "7 person; 2 person"),
    ("Two women soldiers were hurt.", "2 person"),
    ("About 700 construction workers walked off the job.", "700 person about"),
    ("Four of the six suspects fled.", "4 person; 6 person"),
    ("Another four people died in hospitals.", "4 person"),
    ("The jury of seven men and five women returned.", "7 person; 5 person"),
    ("Sixty-five asylum seekers landed.", "65 person"),
    ("There were 12 aboard.", "12 person"),
    ("Two of the woman's three children were ill.", "2 person; 3 person"),
]

FATES = [
    ("The quake killed a child.", "1 person"),
    ("A landslide engulfed the farm and killed a man.", "1 person"),
    ("A child died when a wall collapsed.", "1 person"),
    ("A man was found dead on Sunday.", "1 person"),
    ("Another woman was wounded.", "1 person"),
    ("His wife and another woman were missing at the site.", "2 person"),
    ("It left his wife and a young boy missing.", "2 person"),
    ("A man, a woman and a child were killed.", "3 person"),
    ("His mother and a neighbor were injured.", "2 person"),
    ("A bomb killed four soldiers and an interpreter.", "4 person; 1 person"),
    ("A woman and two children were killed.", "1 person; 2 person"),
    ("An Israeli soldier was stabbed.", "1 person"),
    ("A police officer shot a man.", "1 person"),
    ("A man was working at a plantation with his wife.", ""),
    ("A child smiled. A man sold the car.", ""),
    ("He killed his wife.", ""),
    ("Police searched a police car and a man's dog.", ""),
]

ZEROES = [
    ("No casualties were reported.", "0 person"),
    ("It caused no casualties or material damage.", "0 person"),
    ("No one was hurt.", "0 person"),
    ("Nobody was killed.", "0 person"),
    ("None of the passengers was injured.", "0 person"),
    ("The plane landed without casualties.", "0 person"),
    ("There were no reported injuries.", "0 person"),
    ("No American soldiers were hurt.", "0 person"),
    ("No detainees were injured but 15 officers were.", "0 person; 15 person"),
    ("There were no immediate reports of casualties.", ""),
    ("There was no word on casualties.", ""),
    ("No one knows. No doubt. No end in sight.", ""),
    ("He has zero tolerance; it showed zero resistance.", ""),
    ("No tsunami warning was issued.", ""),
]

TALLIES = [
    ("The death toll from an airstrike in the city of Darvan rose to 31 on Wednesday.", "31 person"),
    (
        "The number of people known to have died in Tuesday's train crash in Portugal rose to 21 yesterday.",
        "21 person",
    ),
    ("The toll in the province of Aceh, where the quake hit, now stands at 12.", "12 person"),
    (
        "More bodies were found, bringing the number of victims of the fire at the hotel by the lake to 14.",
        "14 person",
    ),
    (
        "The number of homes that the flood in the valley is known to have destroyed climbed to 600.",
        "600 house",
    ),
    ("Deaths from the outbreak in the north of the country have risen to 57.", "57 person"),
    (
        "The army said 40 rebels had died. State media put the number at more than 50.",
        "40 person; 50 person at_least",
    ),
    ("The index of the shares of the firms in the city of Oslo rose to 31.", ""),
]

PARTS = [
    ("He got seven years in prison, two of them suspended.", "7 year; 2 year"),
    ("The court jailed five men for seven years, two of them suspended.", "5 person; 7 year; 2 year"),
    ("The train had eight cars. Four of them tipped over.", "8 car; 4 car"),
    ("The carriages left the rails. Four of them tipped over.", "4 carriage"),
    ("It fired nine rockets, six of which were shot down.", "9 rocket; 6 rocket"),
    ("They freed 30 hostages in two hours, four of whom were ill.", "30 person; 2 hour; 4 person"),
    ("212 patients died in the drug group and 221 in the placebo group.", "212 person; 221 person"),
    ("It will cut 300 jobs in Denmark, it said, after cutting 150 last year.", "300 job; 150 job"),
    ("Managers were warned twice in February.", "2 time"),
    ("He was shot at least twice.", "2 time at_least"),
    ("He was shot once in the leg. Once he left, he thought twice; once or twice he came at once.", "1 time"),
    ("Side effects were rare, with one in ten reporting pain.", "10 percent"),
    ("It affects one in ten.", "10 percent"),
]

MONEY = [
    ("He paid a $600 fine.", "600 USD"),
    ("It is a $43,350 car.", "43350 USD"),
    ("It has debts ($4.21 billion).", "4210000000 USD"),
    ("It cost £1.7m.", "1700000 GBP"),
    ("It cost €2m.", "2000000 EUR"),
    ("It cost 2m euros.", "2000000 EUR"),
    ("It cost 11m euros.", "11000000 EUR"),
    ("It cost 2 mn euro.", "2000000 EUR"),
    ("It cost R26 million.", "26000000 ZAR"),
    ("The Rs 500 crore scheme failed.", "5000000000 INR"),
    ("They sold it for $2 million euros.", "2000000 EUR"),
    ("The US$5 million grant ran out.", "5000000 USD"),
    ("It was worth A$3.2bn or so.", "3200000000 AUD about"),
    ("It cost $US1,000 per person.", "1000 USD"),
    ("It could cost ¥660 billion ($4.21 billion).", "660000000000 JPY (4210000000 USD)"),
    ("They spend roughly 9 trillion yen, or about $58 billion.", "9000000000000 JPY (58000000000 USD) about"),
    ("It lost 1.2 billion euros ($1.3 billion) in June.", "1200000000 EUR (1300000000 USD)"),
    ("It could cost hundreds of billions of yen.", "200000000000..999000000000 JPY range"),
    ("They spent tens of thousands of dollars on trips.", "20000..99999 USD range"),
    ("It would cost billions of dollars.", "2000000000..9990000000 USD range"),
    ("The $1.2-billion deal is off.", "1200000000 USD"),
    ("He repaid more than $60,000.", "60000 USD at_least"),
    ("The fund has 750 billion euros.", "750000000000 EUR"),
    ("He was paid between $20 million and $30 million.", "20000000..30000000 USD range"),
    ("Prices range from $5 to $10.", "5..10 USD range"),
    ("It costs $5-10 million.", "5000000..10000000 USD range"),
    ("It costs $5m-$10m.", "5000000..10000000 USD range"),
    ("It costs 5 to 10 million euros.", "5000000..10000000 EUR range"),
    ("Prices rose from $5 to $10.", "5 USD; 10 USD"),
    ("Oil rose 85 cents to $71.20 a barrel.", "85 cent; 71.2 USD"),
    ("Half a million dollars vanished.", "500000 USD"),
    ("The fine was 5,000 francs.", "5000 franc"),
    ("It cost 5.775 trillion rupiah.", "5775000000000 IDR"),
    ("It is a million-dollar house.", "1000000 USD"),
    ("He owes 40 million pounds.", "40000000 GBP"),
    ("He paid half a million pounds; she lost 20 pounds.", "500000 GBP; 20 pound"),
    ("The team won 20 games.", "20 game"),
    ("It made NKr1.46bn, SKr30m and DKr5bn.", "1460000000 NOK; 30000000 SEK; 5000000000 DKK"),
    ("It forecast profit of NKr5.2bn-NKr5.5bn.", "5200000000..5500000000 NOK range"),
    ("It paid HK$5m, R$2m, C$3m and Rs 40m.", "5000000 HKD; 2000000 BRL; 3000000 CAD; 40000000 INR"),
    ("It made 1.46 billion crowns.", "1460000000 krone"),
    ("It made 60 million kroner.", "60000000 krone"),
    ("It made 1.46 billion Norwegian crowns.", "1460000000 NOK"),
    ("It made 2 million Swedish crowns, 3 million Danish kroner.", "2000000 SEK; 3000000 DKK"),
    ("It made 2 million Czech crowns.", "2000000 CZK"),
    ("The Norwegian group said a strike could cost it 40 million crowns a day.", "40000000 NOK"),
    ("Two crowns were stolen.", "2 crown"),
    ("The profit rose to $1.46 billion from 1.24 billion a year ago.", "1460000000 USD; 1240000000 USD"),
    ("It made $1.4 billion, above the 1.38 billion expected.", "1400000000 USD; 1380000000 USD"),
    (
        "It sees between 5.2 billion and 5.5 billion euros, up from a forecast of 4.9 billion to 5.3 billion.",
        "5200000000..5500000000 EUR range; 4900000000..5300000000 EUR range",
    ),
    ("A country of 1.4 billion, it spent $3 billion.", "1400000000 person; 3000000000 USD"),
]

PERCENT = [
    ("Shares fell roughly 2%.", "2 percent about"),
    ("China accounts for an estimated 60 percent of imports.", "60 percent about"),
    ("The rate is 2.4 per cent.", "2.4 percent"),
    ("The rate rose by 0.4 percentage points.", "0.4 percentage point"),
    ("The bank cut rates by 25 basis points to 3.25%.", "25 basis point; 3.25 percent"),
    ("It is up 60%.[43]", "60 percent"),
    ("Between 50 and 70 percent of voters stayed home.", "50..70 percent range"),
    ("Some 10-15% were lost.", "10..15 percent range"),
    ("It grew 10 to 15 percent.", "10..15 percent range"),
    ("It grew 10%-15%.", "10..15 percent range"),
    ("It went from 10 to 15 percent.", "10 percent; 15 percent"),
    ("They got 10, 15 and 20 percent, respectively.", "10 percent; 15 percent; 20 percent"),
    ("Nearly three-quarters of households have one.", "75 percent about"),
    ("A quarter of the houses fell.", "25 percent"),
    ("Two-thirds of the schools were damaged.", "66.6667 percent"),
    ("About a third of the crop was lost.", "33.3333 percent about"),
    ("More than half the population fled.", "50 percent at_least"),
    ("Half of the country voted.", "50 percent"),
    ("One in five adults has the disease.", "20 percent"),
    ("Three out of four voters agree.", "75 percent"),
    ("More than 1 in 10 babies are affected.", "10 percent at_least"),
    ("There is a one in 20 chance.", "5 percent"),
    ("They cut rates by a quarter-point.", "0.25 percentage point"),
    ("It fell by three-quarters of a percentage point.", "0.75 percentage point"),
    ("The bank cut rates by 0.25 of a per cent.", "0.25 percent"),
    ("The first half was dull; the other half was better.", ""),
    ("He broke it in half at half-time.", ""),
    ("He wounded a third co-worker in the third quarter.", "1 person"),
]

MEASURES = [
    ("It hit at a depth of 10 kilometers (6 miles).", "10 km (6 mile)"),
    ("It hit at a depth of just 10km.", "10 km"),
    ("It began six miles beneath the surface.", "6 mile"),
    ("It is some 320 kilometres (200 miles) from the capital.", "320 km (200 mile) about"),
    ("It is 55 km west and 72 km south of the town.", "55 km; 72 km"),
    ("Winds of up to 240 kilometers per hour (150 mph) blew.", "240 km per hour (150 mile per hour) at_most"),
    ("Winds gusted to 60 mph.", "60 mile per hour"),
    ("The limit fell from 110 kilometres an hour to 80.", "110 km per hour; 80 km per hour"),
    ("Exports rose to 305 metric tons.", "305 metric ton"),
    ("It weighs 3.5 tonnes (7,700 lb).", "3.5 metric ton (7700 pound)"),
    ("The fire burned 1,200 hectares (3,000 acres).", "1200 hectare (3000 acre)"),
    ("The spill covers 20 square kilometers (8 square miles).", "20 square km (8 square mile)"),
    ("It fell into a 200-foot gorge.", "200 foot"),
    ("A 25,000-mile-long belt circles it.", "25000 mile"),
    ("The suspect is 6 feet 2 inches tall.", "6.1666667 foot"),
    ("It is 12ft 6in long.", "12.5 foot"),
    ("The wave was 10m high.", "10 m"),
    ("It used 50g of salt and 2 mg of iron.", "50 g; 2 mg"),
    ("CO2 reached 415 parts per million.", "415 part per million"),
    ("It is about 40 light-years away.", "40 light year about"),
    ("He carried a 9mm pistol.", "9 mm"),
    ("A 3-metre-long, 200kg bird lived here.", "3 m; 200 kg"),
    ("After 400 exhausting kilometres they slept.", "400 km"),
    ("They walked half a mile.", "0.5 mile"),
    ("They walked about a mile.", "1 mile about"),
    ("About 13 to 14,000 feet up they met.", "13000..14000 foot range"),
    ("Cells of 4 by 3 metres hold ten.", "4 m; 3 m"),
    ("The mirror is 100 times more sensitive.", "100 time"),
    ("The river is 5 kilometres long and 2 m deep.", "5 km; 2 m"),
    ("They pumped 10m barrels.", "10000000 barrel"),
    ("Hundreds of miles of road were closed.", "200..999 mile range"),
    ("The tank holds 5 gallons (19 litres).", "5 gallon (19 liter)"),
    ("A 500-megawatt plant makes 2 GWh.", "500 megawatt; 2 gigawatt hour"),
]

TEMPERATURES = [
    ("It hit 43 C (109 F) in Delhi.", "43 degree celsius (109 degree fahrenheit)"),
    ("It fell to -20C in Moscow.", "-20 degree celsius"),
    ("It fell to minus 20 degrees Celsius.", "-20 degree celsius"),
    ("It superconducts at 110 K.", "110 kelvin"),
    ("They measured it at 400 K.", "400 kelvin"),
    ("Highs of 30 and 35 degrees Celsius are expected.", "30 degree celsius; 35 degree celsius"),
    ("Lows between 10C and 12C are expected.", "10..12 degree celsius range"),
    ("It was 86 degrees Fahrenheit.", "86 degree fahrenheit"),
]

MAGNITUDES = [
    ("A 6.1-magnitude earthquake struck.", "6.1 magnitude"),
    ("A 6.1 magnitude earthquake struck.", "6.1 magnitude"),
    ("A magnitude-6.1 earthquake struck.", "6.1 magnitude"),
    ("The magnitude 6.1 quake struck.", "6.1 magnitude"),
    ("A quake of magnitude 7 struck.", "7 magnitude"),
    ("There were two aftershocks of more than 5.0 magnitude.", "2 aftershock; 5 magnitude at_least"),
    ("A quake measuring 7.2 on the Richter scale struck.", "7.2 magnitude"),
    ("It was followed by a 6.7 aftershock.", "6.7 magnitude"),
    ("The M6.1 quake struck.", "6.1 magnitude"),
    ("Maria, a Category 4 hurricane, hit.", "4 category"),
    ("It is a category 5 error.", ""),
]

AGES = [
    ("Hunter, 41, is a congressman.", "41 year"),
    ("Mr. Hunter, 41, becomes the second.", "41 year"),
    ("Bensu Elianita, a 22-year-old resident, ran.", "22 year"),
    ("Bensu Elianita, a 22 year-old resident, ran.", "22 year"),
    ("Man, 41, Charged With Murder", "41 year"),
    ("She is 25 years old.", "25 year"),
    ("A six-month-old baby was found.", "6 month"),
    ("A boy aged 8 and women aged 20 to 45 came.", "8 year; 20..45 year range"),
    ("Suspects aged between 19 and 54 were held.", "19..54 year range"),
    ("Two boys aged three and 13 died.", "2 person; 3 year; 13 year"),
    ("Two men aged 20, 25 and 30 died.", "2 person; 20 year; 25 year; 30 year"),
    ("It helps children under five and people over 65.", "5 year at_most; 65 year at_least"),
    ("Adults 65 and older came. He left before the age of 15.", "65 year at_least; 15 year"),
    ("The suspect is in his 30s.", "30..39 year range"),
    ("She is in her early fifties.", "50..59 year range"),
    ("The 19-year-olds ran.", "19 year"),
    ("It had 14,000 residents before the war. About 4,500 remain.", "14000 person; 4500 person about"),
    ("The fleet had 62 boats. Now 20 are left.", "62 boat; 20 boat"),
    ("Two remain. Doubts remain.", ""),
    ("A lad of nine had his leg broken.", "9 year"),
    ("He met a woman of about 60.", "60 year about"),
    ("Police said a man of 45, from Leeds, was held.", "45 year"),
    ("She is a mother of two.", ""),
    ("A child of two parents ran.", "2 person"),
    ("The driver, Mykola, 44, was hurt.", "44 year"),
    ("Our own Becky, 29, of Leeds, saw it.", "29 year"),
    ("France, 24, was second.", ""),
    ("Virginie Razzano, 18, who is ranked 72nd, lost.", "18 year"),
    ("His daughter, 3, and a 5-year-old son came.", "3 year; 5 year"),
    ("They found 10-million-year-old fossils.", "10000000 year"),
    ("He has lived there since he was 13.", "13 year"),
    ("He turned 40 on Sunday.", "40 year"),
    (
        "Police named Jalen Moore, 16, and Tyrese Hall, 17, both students at Millbrook High.",
        "16 year; 17 year",
    ),
    ("It named the driver, who was 18. She was 34 when it happened.", "18 year; 34 year"),
    ("Two men, 19 and 22, suffered minor injuries.", "2 person; 19 year; 22 year"),
    ("Three boys, 11, 12 and 14, ran.", "3 person; 11 year; 12 year; 14 year"),
    ("He was 12 points ahead.", "12 point"),
    ("It was in the 1950s.", ""),
]

DURATIONS = [
    ("The siege ended about an hour and a half after it began.", "1.5 hour about"),
    ("It followed a week and a half of talks.", "1.5 week"),
    ("The camp lies two miles and a half from the river.", "2.5 mile"),
    ("A year and a half ago she left.", ""),
    ("It shook for around 15 seconds.", "15 second about"),
    ("It shook for around one minute.", "1 minute about"),
    ("A second salvo came 20 minutes later.", "20 minute"),
    ("It broke off an approach 15 minutes earlier.", "15 minute"),
    ("The call came 20 minutes ago.", ""),
    ("A second shock came two years later.", ""),
    ("A three-month curb began.", "3 month"),
    ("A two-and-a-half-year freeze followed.", "2.5 year"),
    ("He was jailed for 10 years.", "10 year"),
    ("He served for nearly 30 years.", "30 year about"),
    ("The freeze disrupted ties for years.", "2..9 year range"),
    ("A monthslong inquiry ended.", "2..23 month range"),
    ("A weeks-long siege ended.", "2..8 week range"),
    ("A year-long ban could hurt.", "1 year"),
    ("The strike lasted for days.", "2..13 day range"),
    ("He was a name in politics for decades.", "20..99 year range"),
    ("It is the first in three decades.", "30 year"),
    ("It took him almost an hour.", "1 hour about"),
    ("More than a year has passed.", "1 year at_least"),
    ("It lasted two hours and 30 minutes.", "2.5 hour"),
    ("They waited half an hour.", "0.5 hour"),
    ("It took four and a half hours.", "4.5 hour"),
    ("He left within 30 days.", "30 day at_most"),
    ("For over three years he waited.", "3 year at_least"),
    ("It was held over three days.", "3 day"),
    ("A 12 to 18-month freeze is planned.", "12..18 month range"),
    ("Two or three days will do.", "2..3 day range"),
    ("For the past eight years he led.", "8 year"),
    ("It happened two years ago and three days later.", ""),
    ("It rose over the past decade and the last three months.", ""),
    ("A year ago he left; more than a decade ago he came.", ""),
    ("One day he will be back.", ""),
    ("He is paid $5 a day.", "5 USD"),
]

VAGUE = [
    ("Several landslides hit several affected villages.", "3..10 landslide range; 3..10 village range"),
    ("A few hundred people came.", "300..500 person range"),
    ("Several thousand troops left.", "3000..10000 person range"),
    ("A couple of boats sank.", "2 boat about"),
    ("A handful of students stayed.", "3..5 person range"),
    ("It paid for almost a dozen relatives.", "12 person about"),
    ("Half a dozen cars burned; two dozen shops closed.", "6 car; 24 store"),
    ("Hundreds of thousands of people fled.", "200000..999999 person range"),
    ("Tens of millions of people voted.", "20000000..99000000 person range"),
    ("Scores of instances were listed.", "40..99 instance range"),
    ("A couple from Leeds met the couple.", ""),
    ("Two or three hundred protesters came.", "200..300 person range"),
    ("Dozens of Hamas and Islamic Jihad offices were shut.", "24..99 office range"),
]

BOUNDS = [
    ("More than 300 houses fell.", "300 house at_least"),
    ("Over 300 houses fell.", "300 house at_least"),
    ("No fewer than 300 houses fell.", "300 house at_least"),
    ("Upwards of 300 houses fell.", "300 house at_least"),
    ("In excess of 300 houses fell.", "300 house at_least"),
    ("Up to 300 houses fell.", "300 house at_most"),
    ("As many as 300 houses fell.", "300 house at_most"),
    ("Fewer than 300 houses fell.", "300 house at_most"),
    ("No more than 300 houses fell.", "300 house at_most"),
    ("Nearly 300 houses fell.", "300 house about"),
    ("Just under 300 houses fell.", "300 house about"),
    ("Close to 300 houses fell.", "300 house about"),
    ("Approximately 300 houses fell.", "300 house about"),
    ("Some 300 houses fell.", "300 house about"),
    ("At least another five houses fell.", "5 house at_least"),
    ("More than an estimated 300 houses fell.", "300 house at_least"),
    ("300 or more houses fell.", "300 house at_least"),
    ("300 houses or more fell.", "300 house at_least"),
    ("Five houses or so fell.", "5 house about"),
    ("The 20-odd houses fell.", "20 house about"),
    ("200+ houses fell.", "200 house at_least"),
    ("Exactly 300 houses fell.", "300 house"),
    ("Only 300 houses fell.", "300 house"),
    ("They argued over two contracts.", "2 contract"),
    ("A row over 300 jobs began.", "300 job"),
    ("She worried about two children.", "2 person"),
    ("He served under two presidents.", "2 person"),
]

FACTORS = [
    ("Spending has more than doubled.", "2 time at_least"),
    ("Sales tripled.", "3 time"),
    ("Prices could double.", "2 time"),
    ("It rose tenfold.", "10 time"),
    ("Twice as many came.", "2 time"),
    ("It was a double murder by a triple agent.", ""),
    ("It was the third straight month of falls.", "3 month"),
    ("She won for the fifth time this year.", "5 time"),
]

NEVER = [
    "On May 3, 2013, and on 3 May 2013, and on May 3-5.",
    "It hit at 7:37 a.m., 0737 GMT, 1200 GMT, 3:37 a.m. EDT.",
    "It closed at 8:30pm; he left at 5 p.m. and came at 7 a.m. and 10.30am.",
    "The date was 05 / 05 / 2010, or 2010-05-05, or 5.5.2010.",
    "It happened in 2012, in the 1990s, in the '90s and in 2009-16.",
    "The 2012 Olympics and the 2024 elections were held.",
    "It is known.[44] [12, 13]",
    "He drove a 4x4, a CN-235, an F-16 and a G7 car.",
    "She had an LK-99 sample and COVID-19.",
    "The Boeing 737 MAX jets and the Airbus A320 were grounded.",
    "She told the 911 dispatcher; he called 911.",
    "Call 1-800-273-8255 or 020 7946 0958.",
    "He lives at 10 Downing Street, Springfield, IL 62701.",
    "See page 5, section 230, Article 5, chapter 11 and Figure 3.",
    "The S&P 500 and Formula 1 are names; so is Flight 370.",
    "They met in Phase 2 and phase two of World War Two.",
    "Section 8 vouchers and Title 42 restrictions ended.",
    "One of the men spoke; the one thing; one another; no one knew.",
    "United won 3-1; the court voted 5-4; he won 6-4, 7-6 (7-5).",
    "It runs 24/7 and is a 50-50 chance.",
    "The No. 1 player is number one.",
    "The Group of Seven met. Six Nations and Big Ten matches.",
    "A bit, a key, a YMCA, an SUV, a Marfin.",
    "A candle burned.",
    "It is at 34.05°N and runs v2.0.1.",
    "The two met. The three were old friends.",
    "It is a two-way, zero-sum, one-off matter.",
    "One official said so; one report said more; one day; one reason.",
    "He was cheered in the second half of the 20th century.",
    "https://example.org/2013/07/02/a-61-quake-290335 and a@b1.com",
    "It was 120/80 and 5/10.",
    "The May 19 hearing; a May 19 hearing; we may go.",
]


@pytest.mark.parametrize(
    ("text", "expected"),
    COUNTS + PEOPLE + FATES + ZEROES + MONEY + PERCENT + MEASURES + TEMPERATURES + MAGNITUDES + AGES + DURATIONS,
)
def test_value_and_unit(text: str, expected: str) -> None:
    check(text, expected)


@pytest.mark.parametrize(("text", "expected"), TALLIES + PARTS)
def test_number_without_noun(text: str, expected: str) -> None:
    check(text, expected)


@pytest.mark.parametrize(("text", "expected"), VAGUE + BOUNDS + FACTORS)
def test_bound(text: str, expected: str) -> None:
    check(text, expected)


@pytest.mark.parametrize("text", NEVER)
def test_no_quantity(text: str) -> None:
    check(text, "")


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("It killed at least five people there.", ["at least five people"]),
        ("The 6.1-magnitude quake struck.", ["6.1-magnitude"]),
        ("A magnitude 6.1 quake struck.", ["magnitude 6.1"]),
        ("It cost about $58 billion in all.", ["about $58 billion"]),
        ("It was 10 kilometers (6 miles) deep.", ["10 kilometers (6 miles)"]),
        ("It left 24 dead.", ["24 dead"]),
        ("Dozens of villagers were injured.", ["Dozens of villagers"]),
        ("It left hundreds more injured.", ["hundreds more injured"]),
        ("An export list of 1,100 dual-use items exists.", ["1,100 dual-use items"]),
        ("Hunter, 41, left.", ["41"]),
        ("It killed a child there.", ["a child"]),
        ("Seven were injured.", ["Seven"]),
        ("It had 60 percent of the vote.", ["60 percent"]),
        ("The trial ran for years.", ["years"]),
        ("Three 15-year-old boys ran.", ["Three", "15-year-old"]),
        ('They estimate"at least 50 people," it said.', ["at least 50 people"]),
        ("It is 20-30 km away.", ["20-30 km"]),
        ("It rose (by 5%).", ["5%"]),
        ("A 48-page report came.", ["48-page"]),
    ],
)
def test_span(text: str, spans: list[str]) -> None:
    assert [text[q.start : q.end] for q in read(text)] == spans


@pytest.mark.parametrize(
    ("text", "noun", "token"),
    [
        ("The storm destroyed 22 houses.", "houses", "22"),
        ("A 6.1-magnitude earthquake struck.", "earthquake", "6.1"),
        ("A 48-page indictment was unsealed.", "indictment", "48"),
        ("Hunter, 41, left.", "Hunter", "41"),
        ("A 22-year-old resident left.", "resident", "22"),
        ("A $600 ticket was bought.", "ticket", "600"),
        ("They took $250,000 in campaign funds.", "funds", "250,000"),
        ("It supplies 60% of Japan's rare earth imports.", "imports", "60"),
        ("Exports rose 35 percent.", "Exports", "35"),
        ("It could cut GDP by 0.43%.", "GDP", "0.43"),
        ("A three-month curb began.", "curb", "three"),
        ("It left 24 dead.", "dead", "24"),
        ("It shook for 15 seconds.", "", "15"),
    ],
)
def test_noun_and_token(text: str, noun: str, token: str) -> None:
    doc = parse_text(text)
    (q,) = find_quantities(doc)
    assert (doc[q.noun].text if q.noun >= 0 else "") == noun
    assert doc[q.token].text == token


@pytest.mark.parametrize(
    ("text", "directions"),
    [
        ("Exports rose 35 percent to 305 tons.", ["up", ""]),
        ("The index slipped around 1%.", ["down"]),
        ("Shares were down 3%.", ["down"]),
        ("A 3% drop followed.", ["down"]),
        ("Sales were 3 percent higher.", ["up"]),
        ("It cut GDP by 0.43%.", ["down"]),
        ("The index fell 312 points, or 1.2%.", ["down", "down"]),
        ("Payrolls grew by 353,000 jobs.", ["up"]),
        ("The rate rose to 5.5% from 5.1%.", ["", ""]),
        ("He gunned down two women and lost two friends.", ["", ""]),
        ("The event raised $170,000 for charity.", [""]),
        ("Sales doubled.", ["up"]),
        ("The Nikkei was at -1.2%.", ["down"]),
    ],
)
def test_direction(text: str, directions: list[str]) -> None:
    assert [q.direction for q in read(text)] == directions


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("There were 60 boats.", 10),
        ("There were 61 boats.", 1),
        ("A magnitude 6.1 quake struck.", 0.1),
        ("It cost $660 billion.", 1e10),
        ("It cost $4.21 billion.", 1e7),
        ("About 1,100 items are listed.", 100),
        ("It took 2.50 hours.", 0.01),
        ("Twenty boats sank.", 10),
        ("Two hundred and fifty boats sank.", 10),
    ],
)
def test_step(text: str, step: float) -> None:
    assert [q.step for q in read(text)] == [step]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Two boats carried 60% of $5 million.", ["count", "percent", "money"]),
        ("Smith, 41, walked 5 km in 2 hours at 30C.", ["age", "measure", "duration", "temperature"]),
        ("A magnitude 6 quake doubled for the third time.", ["magnitude", "ratio", "ordinal"]),
        ("The index closed at 38,487.90.", ["number"]),
    ],
)
def test_kind(text: str, kinds: list[str]) -> None:
    assert [q.kind for q in read(text)] == kinds


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("The death toll from an airstrike in the city of Darvan rose to 31.", "toll"),
        ("The number of people known to have died in the crash rose to 21.", "number"),
        ("State media put the total at 50.", "total"),
    ],
)
def test_noun_of_tally(text: str, noun: str) -> None:
    doc = parse_text("Six rebels died. " + text)
    assert doc[find_quantities(doc)[-1].noun].text == noun


def test_order_and_overlap() -> None:
    found = read("A 22-year-old man was killed and three 15-year-old boys lost $5 million (4m euros) in 2 days.")
    assert [q.start for q in found] == sorted(q.start for q in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_text_without_parse() -> None:
    from spacy.lang.en import English

    blank = English()
    doc = Reader(blank.vocab).read(blank("At least five people died; it cost $5 million."))
    assert [brief(q) for q in find_quantities(doc)][-1] == "5000000 USD"


def test_empty_text() -> None:
    assert read("") == []


# Found wrong or missed by hand in sentences that nothing here was made for.
UNSEEN = [
    (
        "The airline has 2.4 million members in Europe and about 1.1 million in Asia.",
        "2400000 person; 1100000 person about",
    ),
    ("The new tablet sold 300,000 in its first weekend.", "300000 unit"),
    ("The console has shipped more than 5 million since March.", "5000000 unit at_least"),
    ("He has the most goals with 1,093.", "1093 goal"),
    ("The plan failed–at least four banks refused.", "4 bank at_least"),
    ("He waited 20 or 30 or more days.", "20 day at_least"),
    ("The room held more then 200 guests.", "200 person at_least"),
    ("Over three decades, the firm grew.", "30 year"),
    ("It lasted over three decades.", "30 year at_least"),
    ("The bank hired over 300 research and sales staff.", "300 person at_least"),
    ("The hospital took on 200 sales and marketing people.", "200 person"),
    ("It lost 200 sales and two customers.", "200 sale; 2 person"),
    ("She took three maternity leaves.", "3 leave"),
    ("Two leaves fell.", "2 leaf"),
    ("He hopes that they may one day meet.", ""),
    ("It cost the town several hundred pounds.", "300..1000 GBP range"),
    ("They had to pay two hundred pounds.", "200 GBP"),
    ("They paid for 200 pounds of rice.", "200 pound"),
    ("He paid them to carry 300 pounds.", "300 pound"),
    ("The dog weighs ninety pounds.", "90 pound"),
    ("The bank rate was -0.5 percent in June.", "-0.5 percent"),
    ("He won by a 53-to-47 percent margin.", ""),
    ("It rose 10-to-15 percent.", "10..15 percent range"),
    ("The fire took two out of three of its towers.", "2 tower"),
    ("Four out of five of those polled said yes.", "80 percent"),
    ("A hill over 2,000' is rare.", "2000 foot at_least"),
    ("He called it 'a crowd of 2,000' and left.", "2000 person"),
    ("They spent millions and millions of dollars on it.", "2000000..9990000 USD range"),
    ("Thousands and tens of thousands died.", "2000..9999 person range; 20000..99999 person range"),
    ("Savers face zero rates and zero growth.", ""),
    ("There were zero goals.", "0 goal"),
    ("She put in her two cents.", ""),
    ("The stock fell two cents.", "2 cent"),
    ('She wrote the ballet "Two Widows and a Dog" that year.', ""),
    ('"Three boys died," she said.', "3 person"),
    ("He said that half of the 30 crew left.", "50 percent; 30 person"),
    ("One-fourth of the workers fled.", "25 percent"),
    ("The singer, who died Saturday at 77, was born in Leeds.", "77 year"),
    ("He died at 11.", ""),
    ("They waited two, even four weeks.", "2 week; 4 week"),
    ("The firm made a profit in its first six weeks.", "6 week"),
    ("Six of Boston's best came.", "6 person"),
]


@pytest.mark.parametrize(("text", "expected"), UNSEEN)
def test_unseen(text: str, expected: str) -> None:
    check(text, expected)


def test_negative_change_is_a_fall() -> None:
    assert [(q.number, q.direction) for q in read("Output moved -3.2 percent in June.")] == [(3.2, "down")]


# An elided noun is that of a parallel; where nothing tells what is counted, nothing is read.
ELIDED = [
    ("Inspectors found 31 faults among the 640 on the register.", "31 fault; 640 fault"),
    ("The rescuers and the two in the boat were unhurt.", ""),
    ("There were more than 60 of us in the cellar.", "60 person at_least"),
    (
        "More than 90 people died in the floods of June 2016, and about 40 in May 2019.",
        "90 person at_least; 40 person about",
    ),
    ("The coach was doing 94 km/h, well above the limit of 80 there.", "94 km per hour; 80 km per hour"),
    ("Volume fell to 3.28 million shares from 3.98 million Monday.", "3280000 share; 3980000 share"),
    ("There were 57 falls, compared with 86 last year.", "57 fall; 86 fall"),
    ("Unemployment was 5 percent, compared with 6.2 a year earlier.", "5 percent; 6.2 percent"),
    ("New claims dropped by 8,100 last week.", "8100 claim"),
    ("It takes ten eggs, 30 minutes in the oven and five more under a broiler.", "10 egg; 30 minute; 5 minute"),
    ("The city has 300 buses and will buy 50 more.", "300 bus; 50 bus"),
    ("The firm hired 200 people in two years and will add 50 more.", "200 person; 2 year"),
    ("It drove out crowds of people (about 70,000 near the border).", "70000 person about"),
    ("Towns with populations of 300,000 or more voted.", "300000 person at_least"),
    ("The average volume climbed to 140 million.", ""),
    ("The post office has printed 100 million and sells them.", ""),
    ("Think what 4,478 of those would add up to.", ""),
    ("The gas mixture was 2.44 at the start.", ""),
    ("Later it rose to 13.8 gm. in the blood.", ""),
    ("The worries have infected 1988.", ""),
    ("The quake killed 2000.", "2000 person"),
    ("The Dow Jones industrial average fell to 9,605.51.", "9605.51 "),
]
IDLE_ONES = [
    ("The mayor said that one young diver had died.", "1 person"),
    ("One of its sailors was killed and three were hurt.", "1 person; 3 person"),
    ("One of the drivers shouted; one of the sheds was destroyed.", ""),
    ("She said that one was enough.", ""),
    ("Good will come while one is alive.", ""),
    ("One has hope in her soul.", ""),
    ("One must pay, and one never knows.", ""),
    ("Perhaps one day we get to Athens; they met one day last week.", ""),
    ("He waited for one day.", "1 day"),
    ("They agree, to one extent or another, in one sense.", ""),
    ("They went from one town to the next.", ""),
    ("It uses one way dependency injection.", ""),
    ("Each one of these is new; it felt like one of those clips.", ""),
    ("Labor remained a privileged one granted immunity.", ""),
    ("They want to build one America.", ""),
    ("It joined the “plus-one” club.", ""),
    ("Two are dead and one is missing.", "2 person; 1 person"),
    ("One was killed and three were hurt.", "1 person; 3 person"),
    ("One is in hospital.", "1 person"),
    ("One juror held out.", "1 person"),
]
NAMED_NUMBERS = [
    "Version 1.9 of its guide is out; see page 2-13 for more.",
    "See pages 5 to 7, rooms 4 and 5, and episode 1,310.",
    "The page 2-13 offers a view.",
    "He is No.1 in the league.",
    "The section 145 proceedings and §145 proceedings ended.",
    "The District 12 attorneys met.",
    "5. Organizations of workers may apply.",
    "The 3M users left.",
    "They live at 4911 Miles Dr. A house at 255 Brook Street has been sold.",
    "It is tough about one thing.",
    "A 1:1 ratio, a 1: 1 ratio and a 33-to-1 ratio.",
    "It passed 9 to 1; the odds were 18 to 1.",
    "He threw a 2-and-2 pitch.",
    "The Twenty-second Congress met in the twenty-first century.",
    "He hit it with a four-wood; the six-footer drank a six-pack.",
    "They are at 0 degrees latitude.",
    "They watched Euro 2016 in town.",
    "Fans sang The Twelve Days of Christmas.",
    "It is on 5155 Fourteen Mile Road; it is a 2-score-year mark.",
    "We double-down on it. He tripled to right field and doubled off the wall.",
    "They could double as guards.",
    "Not one person in a hundred would know.",
    "Keep the zero-interest-rate policy.",
    "Once the question was settled, he left once more.",
]
COUNTED_THINGS = [
    ("The 20-largest banks failed.", "20 bank"),
    ("They fixed 4,000 scratched or broken windows.", "4000 window"),
    ("It feeds 8,000 elderly and 300 homeless.", "8000 person; 300 person"),
    ("It has 1.6 million Roman Catholics and 300 New Yorkers.", "1600000 person; 300 person"),
    ("They opened five clinics for 400 diabetics.", "5 clinic; 400 person"),
    ("Two economics professors and three narcotics detectives came.", "2 person; 3 person"),
    ("He hit 60 home runs and kicked two field goals.", "60 home run; 2 field goal"),
    ("They aired three different station re-runs.", "3 re-run"),
    ("It took 24 semester hours.", "24 semester hour"),
    ("It is a thirteen episode drama series.", "13 episode"),
    ("He has two ill-fated plans and two ill sons.", "2 plan; 2 person"),
    ("One more luxury Texas can't afford.", "1 luxury"),
    ("They lost their sixth straight spring exhibition game.", "6 game"),
    ("He has a pair of binoculars and a pair of bombs.", "2 bomb"),
    ("She won by 66 hundredths of a second; level two requires exercise.", ""),
    ("The store got 600 umbrellas and sold 190 of them.", "600 umbrella; 190 umbrella"),
    ("They dispensed 1,976 of them.", ""),
    ("Bribes were offered by 55 of them.", ""),
    ("Unforgivably, her books - at least six of them - were hits.", "6 book at_least"),
    ("One big firm would serve them better than two small ones.", "1 company; 2 company"),
    ("It helps the two peoples.", "2 people"),
    ("A shop owns six viruses, four canvases and two choruses.", "6 virus; 4 canvas; 2 chorus"),
]
RANGES = [
    ("He phones from three to four hours a day.", "3..4 hour range"),
    ("He faces from 1 to 15 years in prison.", "1..15 year range"),
    ("It rose from 10 to 15 percent.", "10 percent; 15 percent"),
    ("They extended it from two to four years.", "2 year; 4 year"),
    ("It lasts 6- to 30-years.", "6..30 year range"),
    ("It cuts $10 billion or $40 billion.", "10000000000 USD; 40000000000 USD"),
    ("It grew from $50 million in 2001 to $90 million.", "50000000 USD; 90000000 USD"),
    ("Children between 5 and 13 were held.", "5..13 year range"),
    ("Women between the ages of 20 and 45 may apply.", "20..45 year range"),
    ("Men 18 to 35 were drafted.", "18..35 year range"),
    ("Their ages ranged from 55 to 106.", "55..106 year range"),
    ("They arrested between 20 and 30 people.", "20..30 person range"),
    ("They take kids out of school at 14.", ""),
    ("He spoke for an hour and 45 minutes.", "1.75 hour"),
    ("They walk for a half-hour to an hour.", "0.5..1 hour range"),
    ("It takes six months to a year.", "6..12 month range"),
    ("It lasts 20 to 25 years or more.", "20 year at_least"),
    ("You fork over $20.", "20 USD"),
    ("It was a 2-hour-and-27-minute game.", "2.45 hour"),
    ("The ranch sprawls over three counties.", "3 county"),
    ("He was promoted over nine officers.", "9 person"),
    ("He drove over 300 miles.", "300 mile at_least"),
]
UNITS = [
    ("It fell one-tenth of 1 percent.", "0.1 percent"),
    ("It costs one-quarter of a cent; he lost half a dollar.", "0.25 cent; 0.5 USD"),
    ("It would grow to 21 millions.", ""),
    ("It spins at 5000 rpm.", "5000 revolution per minute"),
    ("It ran at 200 m.p.h. on 40 pounds per square inch.", "200 mile per hour; 40 pound per square inch"),
    ("The event raised hundreds of pounds.", "200..999 GBP range"),
    ("He weighs 300 pounds; it hauls 200 pounds of rice.", "300 pound; 200 pound"),
    ("It cost 54 million United States dollars.", "54000000 USD"),
    ("A twenty-second pause followed one second-half goal.", "20 second; 1 goal"),
]


@pytest.mark.parametrize(("text", "expected"), ELIDED + IDLE_ONES + COUNTED_THINGS + RANGES + UNITS)
def test_drawn(text: str, expected: str) -> None:
    check(text, expected)


@pytest.mark.parametrize("text", NAMED_NUMBERS)
def test_named_number(text: str) -> None:
    check(text, "")


@pytest.mark.parametrize(
    "text",
    [
        "Don't pass up a $1 token.",
        "He put up half the sum.",
        "If it could gain 10% of the market, it would stay.",
        "He dropped $2,800 on a watch.",
        "Moscow signed a $1 billion contract.",
        "They will pay down $2 trillion.",
        "More than three-quarters have lost a spouse.",
        "The share has dropped below 40 percent.",
        "She saw a $40,000 prize slip through her fingers.",
    ],
)
def test_no_direction(text: str) -> None:
    assert [q.direction for q in read(text)] == [""]


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("The winner was Konishikie, 26 years old, from Hawaii.", "Konishikie"),
        ("It takes children between 6 and 13 years of age.", "children"),
        ("He sold it for $500,000 in a market crash.", ""),
    ],
)
def test_noun_of_value(text: str, noun: str) -> None:
    doc = parse_text(text)
    (q,) = find_quantities(doc)
    assert (doc[q.noun].text if q.noun >= 0 else "") == noun


JUDGED = [
    # bounds
    ("Losses exceeded $5 million.", "5000000 USD at_least"),
    ("Winds could exceed 90 mph.", "90 mile per hour at_least"),
    ("The march topped 500 people.", "500 person at_least"),
    ("The dose must not exceed 40 mg.", "40 mg at_most"),
    ("The top 10 songs were played.", "10 song"),
    ("Fares went up to $12.", "12 USD"),
    ("The rate crept up to 4 percent.", "4 percent"),
    ("The collapse brought the toll up to 30 people.", "30 person"),
    ("Up to 30 people were on the roof.", "30 person at_most"),
    ("They may pay up to $900.", "900 USD at_most"),
    # a change and its level
    ("Lawmakers voted to raise the lowest pension by $2 to $19.50 a day.", "2 USD; 19.5 USD"),
    ("The toll was raised $2 to $10.", "2 USD; 10 USD"),
    ("The count rose by 12 to 45 people.", "12 person; 45 person"),
    ("Output fell by 2 to 40 million barrels.", "2000000 barrel; 40000000 barrel"),
    ("Prices rose by 3 to 5 percent.", "3..5 percent range"),
    ("Between 5 and 10 people fled.", "5..10 person range"),
    # ages
    ("Ways to cook rice: 1) Boiled, 2) Fried, 3) Steamed.", ""),
    ("The driver (Dan Reed, 32) fled.", "32 year"),
    ("Women aged 30-49 years were asked.", "30..49 year range"),
    ("A girl aged 3 months was saved.", "3 month"),
    # units
    ("The index rose by 0.5 kg/m2.", ""),
    ("Flow fell by 3 ml/100g/min.", ""),
    ("The track is 16 km/10 miles long.", "16 km"),
    ("The probe moves at 7 km/s.", "7 km per second"),
    ("Runners were 31 ± 4 years of age.", "31 year"),
    ("The bar lost 3.2 ± 0.4 kg.", "3.2 kg"),
    ("The gap was 5 +/- 1 percent.", "5 percent"),
    ("The poll has an error of ±3 percent.", "3 percent"),
    ("The change was -5.8 days.", "-5.8 day"),
    ("It posted a result of -$4 million.", "-4000000 USD"),
    ("It was a 5 -10 km walk.", "5..10 km range"),
    ("Blood was drawn 2, 6 and 24 h after the dose.", "2 hour; 6 hour; 24 hour"),
    ("The 24h curfew was lifted.", "24 hour"),
    # money
    ("It lost 550 mln dlrs and lent 1.8 billion stg.", "550000000 USD; 1800000000 GBP"),
    ("The firm took a 6.5 mln dlr charge.", "6500000 USD"),
    ("He spent 2 billion marks.", "2000000000 mark"),
    ("She got 80 marks in maths.", "80 mark"),
    ("Shares fell 12p to 302p.", "12 penny; 302 penny"),
    ("Brewers shed 23p to 397.", "23 penny"),
    ("The film is shown in 1080p.", ""),
    ("It bought a five pct stake.", "5 percent"),
    ("It was searched 7x more than last year.", "7 time"),
    ("It paid 55 cts a share.", "55 cent"),
    ("The survey reached 11 843 pupils.", "11843 person"),
    ("On May 12 300 pupils fell ill.", "300 person"),
    ("It earned $139 million, or 5 cents a share.", "139000000 USD; 5 cent"),
    ("Call 0737 200 300 now.", ""),
    ("People 65 years and over pay less.", "65 year at_least"),
    # a comma alone makes no list
    ("The toll was 14, 90% of them children.", "14 person; 90 percent"),
    ("Police arrested 20, 45 percent of them women.", "20 person; 45 percent"),
    ("The index closed at 3,400, 2 percent higher.", "3400 ; 2 percent"),
    ("Fares rise by 5, 10 and 15 percent.", "5 percent; 10 percent; 15 percent"),
    # a minus after the mark
    ("Net income was EUR -7.5 million.", "-7500000 EUR"),
    ("The balance stood at $-4 million.", "-4000000 USD"),
    ("Tickets cost $5-$10.", "5..10 USD range"),
    # rates count nobody
    ("The county saw 52 deaths per 100,000 residents.", ""),
    ("There were nine cases per 1,000 people.", ""),
    ("It builds 5,000 cars per month.", "5000 car"),
    ("The α2 subunit was blocked.", ""),
]

MARKS_AND_PARTS = [
    # scores of a test and scores of people
    ("Reading scores fell in most districts.", ""),
    ("Its scores and lyrics won awards.", ""),
    ("Scores of miners were trapped.", "40..99 person range"),
    ("The crush left scores injured.", "40..99 person range"),
    # what befalls no people
    ("The army fired 40 rockets, of which 31 were shot down.", "40 rocket; 31 rocket"),
    ("Of the 18 jets, 12 were shot down and four were burned.", "18 jet; 12 jet; 4 jet"),
    ("Of its 30 buses, nine were burned out.", "30 bus; 9 bus"),
    ("The herd had 300 cattle, of which 20 died.", "300 cattle; 20 cattle"),
    ("The crew numbered 64, of which 12 died.", "12 person"),
    ("Two vans collided and four were killed.", "2 van; 4 person"),
    ("It enrolled 840 patients in 12 countries; 420 got the drug.", "840 person; 12 country; 420 person"),
    # how, not how many
    ("They crossed one person at a time.", ""),
    ("Guards let in two visitors at a time.", ""),
    ("One vote, one street, one town at a time.", ""),
    ("One died and two were hurt at a time of unrest.", "1 person; 2 person"),
    ("She was third by half way.", ""),
    # bounds of vague numbers
    ("The shell fell within a few yards of the school.", "5 yard at_most"),
    ("At least several hundred people marched.", "300 person at_least"),
    ("A few hundred people marched.", "300..500 person range"),
    # errors
    ("The rock is 46 million years old, plus or minus 2 million years.", "46000000 year"),
    ("It has an error of plus or minus 3.1 percentage points.", "3.1 percentage point"),
    # spaces, fractions, units
    ("The plan creates 12 000 jobs and 300 000 homes.", "12000 job; 300000 house"),
    ("Call 020 000 now.", ""),
    ("It grew by 2 1/4 percent.", "2.25 percent"),
    ("The slab measures 30cm by 20cm.", "30 cm; 20 cm"),
    ("The mice got 20 mg·kg−1 and then 5 mg kg-1.", ""),
    ("The bid is worth 2.4 times earnings.", "2.4 time"),
    ("He was fined three times.", "3 time"),
    ("The truce will last 60 days.", "60 day"),
    ("Rain fell in the last 60 days.", ""),
    # every, out of every
    ("Trains run every 10 to 15 minutes.", ""),
    ("The shark sheds its teeth every one to two months.", ""),
    ("They found one coin out of every 30.", ""),
    ("One patient out of 200 died.", ""),
    ("The illness is fatal to one in 250 patients.", "0.4 percent"),
    ("It hits between one in a 1000 and one in 1200 births.", "0.1 percent; 0.0833333 percent"),
    ("The only one in 1944 was killed.", ""),
    # names and marks
    ("Bitcoin passed the $100,000 mark.", "100000 USD"),
    ("It was a 180-degree turn on a 30-degree day.", "30 degree"),
    ("It has a 13-inch 4K display.", "13 inch"),
    ("The probe cooled to 77K.", "77 kelvin"),
    ("They say Precinct 7 officers shot him.", ""),
    ("An extra chromosome 21 causes the syndrome.", ""),
    ("But clause 16.1 forbids it.", ""),
    ("It showed its new One handset.", ""),
    ("One handset broke.", "1 handset"),
    ("Not one villager came.", ""),
    (
        "Twelve fire engines and 11 fire trucks came; 10 diesel engines failed.",
        "12 fire engine; 11 fire engine; 10 engine",
    ),
    ("The board noted 14 breaches and six mistakes.", "14 violation; 6 error"),
    ("The scar marks him as almost one of us.", ""),
    ("When a man is bitten, he falls ill.", ""),
    ("A man was shot.", "1 person"),
    # sizes
    ("The 6-foot-7 forward met a five-foot-two guard.", "6.5833333 foot; 5.1666667 foot"),
    ("The doses range from 7 milligrams (mg) to 9 mg.", "7..9 mg range"),
    ("The cream lasts either 40 or 80 minutes.", "40 minute; 80 minute"),
    ("It lasts two or three days.", "2..3 day range"),
    ("The wreck lies under 4,200 feet of water.", "4200 foot"),
    ("He lives under 2 miles from here.", "2 mile at_most"),
    ("Some call it worth 10 octillion dollars.", "1e+28 USD"),
    ("Bikes come from thousands of US factories.", "2000..9999 factory range"),
    # ranges and bounds
    ("There is between a 50 and 70 percent chance of rain.", "50..70 percent range"),
    ("Sales pushed past $100 million.", "100000000 USD at_least"),
    ("Traffic has climbed past 3 million cars.", "3000000 car at_least"),
    ("He played in the past 10 games.", "10 game"),
    ("Yields fell over the past two years.", ""),
    ("The fine is $95 per adult or 1% of income.", "95 USD; 1 percent"),
    ("They shoot from 15 feet and beyond.", "15 foot at_least"),
    ("The knee could keep her out three, four, possibly five weeks.", "3..5 week range"),
    ("He scored two, three and four goals.", "3 goal; 4 goal"),
    ("Nobody under age 18 may enter.", "18 year at_most"),
    ("It is free over the age of 65.", "65 year at_least"),
    ("They face terms of up to 10 and 15 years.", "10 year at_most; 15 year at_most"),
    ("The jack brings it up to 4 feet.", "4 foot"),
    ("Tenants cannot owe more than 15 percent.", "15 percent at_most"),
    ("Output will not fall much below 100 barrels.", "100 barrel at_least"),
    ("He did not say whether more than 12 people died.", "12 person at_least"),
    ("It shipped five to seven mln boxes and eight mln barrels.", "5000000..7000000 box range; 8000000 barrel"),
    # letters for millions
    ("It sold 0.5m Lumias, up from 4.3m.", "500000 lumia; 4300000 lumia"),
    ("It sold 7.4m last year.", "7400000 unit"),
    ("They sold 5m of cable for the 10m deep pool.", "5 m; 10 m"),
    ("It had 6.8m handset sales.", "6800000 sale"),
    ("As many as 5m PCs were hit.", "5000000 pc at_most"),
    ("Gusts were near 60mph.", "60 mile per hour about"),
    ("The bus stopped near 12 houses.", "12 house"),
    # units and currencies
    ("The job took nine mths.", "9 month"),
    ("It has 100 megabit links.", "100 megabit"),
    ("He was hurt when he was 18 months old.", "18 month"),
    ("She was ill when she was 5 years old.", "5 year"),
    ("It cost 8.2 billion Zimbabwe dlrs and N$20.", "8200000000 ZWD; 20 NAD"),
    # results
    ("His 19-10-1 MMA record is long.", ""),
    ("She shot 7-of-22 for a 5-1 NFC team.", ""),
    ("It is 10-15 km long.", "10..15 km range"),
    # what is no quantity, or another
    ("One year my uncle drove the bus.", ""),
    ("The fee is said to be in the low millions of pounds.", "2000000..9990000 GBP range"),
    ("The crane lifts thousands of pounds.", "2000..9999 pound range"),
    ("RB Marcus Reed (29) ran well.", ""),
    ("Mayor Ann Lowe (64) of Leeds spoke.", "64 year"),
    ("She has a .312 batting average.", ""),
    ("He pitched 6 2-3 innings.", "6.66666666667 inning"),
    ("It took 2-3 hours.", "2..3 hour range"),
    # ages
    ("Half of the population is under 17.", "50 percent; 17 year at_most"),
    ("Rocks aged between 180 million and 1.4 billion years were dated.", "180000000..1400000000 year range"),
    ("Those with pain at 80 were more likely to fall.", ""),
]


@pytest.mark.parametrize(("text", "expected"), MARKS_AND_PARTS)
def test_marks_and_parts(text: str, expected: str) -> None:
    check(text, expected)


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("'I ran,' the 37-year-old said, rushing away.", "old"),
        ("Patients were 46 ± 19 years of age.", "Patients"),
        ("Divers say the wreck is 300 years old.", "wreck"),
        ("Geologists drilled into ice 1.2 million years old.", "ice"),
        ("Found before the settlers came, tests showed it to be 300 years old.", ""),
        ("The chapel, about 90 years old, burned down.", "chapel"),
        ("The winner was Konishiki, 26 years old.", "Konishiki"),
        ("The killer, Dan Reed, is 45 years old.", "Reed"),
    ],
)
def test_noun_of_age(text: str, noun: str) -> None:
    doc = parse_text(text)
    (age,) = (q for q in find_quantities(doc) if q.kind == "age")
    assert (doc[age.noun].text if age.noun >= 0 else "") == noun


@pytest.mark.parametrize(("text", "expected"), JUDGED)
def test_judged(text: str, expected: str) -> None:
    check(text, expected)


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Individuals with a lung function of 50% underwent treadmill testing.", "function"),
        ("It surveyed 72% of college-aged men.", "men"),
        ("It seized 60% of Chinese-made goods.", "goods"),
        ("He sank to third at $47 million thanks to a storm.", ""),
        ("They spent $25 million attacking Obama.", ""),
        ("They owe $80 million in luxury tax next season.", "tax"),
        ("The mill was fined $5,000 for polluting the river.", ""),
        ("Banks will pay $45.8 million for their role.", ""),
        ("The pill costs $30 in rich countries.", ""),
        ("It lost $30 million in campaign funds.", "funds"),
        ("The merger doubled the number of stores.", "number"),
        ("Regions with a birth rate of 3% attract teachers.", "rate"),
        ("They seized 40 kilos of heroin worth 2 million pounds.", "heroin"),
        ("The port shipped 500 tonnes of palm oil valued at 3 million rupees.", "oil"),
        ('One such tracking program called "Falcon" was found.', "program"),
        ("Paul Reed Jr., 45, was held.", "Reed"),
        ("Ann Fox OBE, 61, sings.", "Fox"),
        ("Lee Hart, MP, 50, left.", "Hart"),
        ("A man aged 45 years was hurt.", "man"),
        ("Customs seized $3 million worth of heroin.", "heroin"),
    ],
)
def test_noun_that_is_measured(text: str, noun: str) -> None:
    doc = parse_text(text)
    assert noun in [doc[q.noun].text if q.noun >= 0 else "" for q in find_quantities(doc)]


@pytest.mark.parametrize(("text", "kind"), [("A man aged 45 years was hurt.", "age"), ("He ran for 2 h.", "duration")])
def test_kind_of_years_and_hours(text: str, kind: str) -> None:
    assert read(text)[-1].kind == kind
