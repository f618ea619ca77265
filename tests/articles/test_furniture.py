"""Page furniture is told from the article's own sentences, both ways."""

import pytest

from factdiff.articles.furniture import find_kind, is_address, read_byline

FURNITURE = [
    "Share this Tech Insight",
    "Share this article on Facebook",
    "Facebook Twitter WhatsApp Email",
    "Share | Tweet | Print",
    "Get daily updates from the Gazette with the latest news by subscribing to our Newsletter",
    "Sign up for our free morning newsletter",
    "Subscribe to the Evening Briefing",
    "Never miss a story: get alerts in your inbox",
    "Join over 40,000 subscribers to our weekly e-mail",
    "Stay informed with our daily newsletter.",
    "Enter your email address to receive notifications",
    "Follow us on Instagram",
    "Follow BBC Wales on Facebook, Twitter and Instagram.",
    "Follow her on Twitter: @pnair",
    "Download our app for breaking news",
    "Support independent journalism from as little as £1",
    "We use cookies to improve your experience on our site.",
    "This site uses cookies. By continuing you agree to our policy.",
    "By signing up you agree to our terms and that we may contact you.",
    "Accept all cookies",
    "Cookie settings",
    "Privacy policy",
    "Advertisement",
    "ADVERTISEMENT - scroll to continue",
    "Story continues below advertisement",
    "Article continues after this ad",
    "Skip to main content",
    "Why you can trust Sky News",
    "3 min read",
    "5-minute read",
    "Reading time: 4 minutes",
    "1.0x",
    "0:00 / 3:15",
    "Listen to this article",
    "Listen now",
    "This audio is auto-generated. Please let us know if you have feedback.",
    "AI-generated image",
    "This article was translated with AI and checked by an editor",
    "Read the full story on Quick Digest",
    "Click here for more photos from the scene",
    "Read more: Ferry owner had three warnings",
    "RELATED: Mayor under fire over flood wall",
    "More from GlobalPost: Aceh's bloodstained elections",
    "Also read | Five charts on the budget",
    "Here's a slideshow of images of the northern Sumatra quake on Tuesday.",
    "View photo gallery",
    "See more photos of the flood",
    "14 Comments",
    "Leave a comment",
    "Comments are closed",
    "© 2018 The Associated Press",
    "Copyright 2021 Example Media. All rights reserved.",
    "This material may not be published, broadcast, rewritten or redistributed without permission.",
    "(Reporting by Ann Lee and Raj Patel; Editing by Sam Holt)",
    "Reporting by Ann Lee in Paris; editing by Sam Holt",
    "Our Standards: The Thomson Reuters Trust Principles.",
    "The Associated Press contributed to this report.",
    "This story has been updated with comment from the ministry.",
    "This is a developing story and will be updated.",
    "More to follow",
    "Check back for updates.",
    "Do you have information about this case? Email tips@example.com",
    "Were you affected? Get in touch with our newsroom.",
    "Contact Jane Roe at jroe@example.com",
    "jroe@example.com",
    "@janeroe",
    "Tags: flood, mayor, dam",
    "Filed under: Courts",
    "Updated 2 hours ago",
    "3 days ago",
    "Source: AFP",
    "About the author",
    "Back to top",
    "Next article",
    "Please enable JavaScript to view this page",
    "Already a subscriber? Log in",
    "You have 2 free articles left this month",
    "Home | News | World | Asia",
    "Home > Sport > Football",
    "https://example.com/news/1",
]

CAPTIONS = [
    "Photo: Bloomberg.com",
    ".webp)",
    "IMG_2041.jpg",
    "Photo by Ann Lee/Getty Images",
    "Photo credit: City of Kirva",
    "Image source, PA Media",
    "Image caption, Rescuers search the river bank on Wednesday",
    "Firefighters at the scene on Tuesday. (AP Photo/Jae Hong)",
    "A woman walks past a flooded shop in Dhaka, Bangladesh, June 3, 2019. REUTERS/Mohammad Ponir",
    "The bridge after the collapse. Photograph: Luca Zennaro/EPA",
    "Protesters outside the court in May (file photo)",
    "The new terminal (Photo by Ann Lee)",
    "A boat off Lesbos (courtesy of the coast guard)",
    "FILE - Senator Ann Lee speaks at a hearing in Washington, March 3, 2021.",
    "FILE PHOTO: A tanker is seen off the coast of Oman",
    "Getty Images",
    "Volunteers fill sandbags on the river bank [Photo/Xinhua]",
    "The minister at a press conference | Photo Credit: The Hindu",
]

SENTENCES = [
    "Share prices fell 3% on Tuesday after the ban was announced.",
    "Share this burden with us, the bishop told the mourners.",
    "Shares in Kawasaki fell 3%",
    "Subscribe rates for the new service have doubled, the company said.",
    "Get out now, firefighters told residents of the valley on Friday.",
    "Sign of life: a child was pulled from the rubble after 72 hours.",
    "Subscribers to the newsletter were told that their data had been stolen.",
    "The company said 40,000 people who subscribe to its newsletter were affected.",
    "Hackers stole session cookies from more than 2,000 users, the firm said.",
    "Cookies baked with hemp made 12 children ill, the school said.",
    "We use the river every day, the fishermen said.",
    "By continuing the strike, the union risks a fine of $2 million.",
    "By Friday the death toll had risen to 24.",
    "Advertisement spending fell by 12% last year, the agency said.",
    "Follow-up tests showed that 14 patients were infected.",
    "Support for the detained journalists grew on Monday.",
    "Support for independence stands at 48 percent, according to the poll.",
    "Listen to the recording and you hear three shots, the prosecutor said.",
    "Read closely, the report blames the ministry.",
    "Related fraud charges against the company were dropped in 2015.",
    "More than 300 houses were damaged.",
    "More from the investigation is expected on Thursday, police said.",
    "More on Tuesday's attack emerged from court papers.",
    "Here is what the video shows: a man in a red coat entering the shop.",
    "Here are the photos that convicted him, the prosecutor told the jury.",
    "Click farms in the region employ 20,000 people.",
    "Watch repairers say the theft is worth $2 million.",
    "Photos from the scene showed bodies in the street.",
    "Images released by the army show a destroyed bridge.",
    "The photos were taken by a neighbour, who gave them to AFP.",
    "Pictures of the minister at the party were published on Sunday.",
    "Reporting by The New York Times has shown that the firm knew of the defect.",
    "Editing by machine is no option here, the physicists said.",
    "Comments by the president angered Tokyo.",
    "Copyright law protects the photographs, the judge ruled.",
    "Contact with the plane was lost at 2:40 a.m., the airline said.",
    "Follow the money, the prosecutor told the jury.",
    "Updated figures put the toll at 31.",
    "Published in 2019, the study followed 12,000 women.",
    "Published accounts put the number at 40.",
    "Source code for the program was leaked, the company said.",
    "Sources close to the talks say a deal is near.",
    "Tags were found on 40 of the birds.",
    "Explore, the charity that runs the school, denied the claim.",
    "Discover Bank said it had reimbursed 1,200 customers.",
    "Trending downwards since May, infections fell to 120 on Sunday.",
    "Do you have any remorse? the judge asked.",
    "Were you at the scene, the prosecutor asked him.",
    "Are you ready to fight? he asked the crowd.",
    "The army used the bridge as a checkpoint (file a complaint at your peril, one driver said).",
    "She was at the party that night (photos of it leaked later).",
    "The bank moved the money through Cyprus (a file on the case runs to 900 pages).",
    "Home sales fell 4% in March.",
    "Home | Away was the name of the hostel where five people died on Tuesday night.",
    "Accept it or leave, the minister said.",
    "Email servers at the ministry were hacked in May.",
    "Print sales fell by 12%.",
    "Donate blood now, hospitals told residents after the attack.",
    "\"Sign up for our newsletter,\" the fake page said, and 300 people did.",
    "This story of a stolen child has shaken Norway.",
    "This article of the constitution bars a third term.",
    "This page of the ledger shows a payment of $40,000.",
    "The Associated Press reported that nine people died.",
    "Help is on its way, the governor said.",
    "Keep the children indoors, the city told residents.",
    "Join us or die, the gunmen told the villagers.",
    "Explosives were found in a bag; the alarm was raised at 9:14.",
    "The images: a burning car, a man on the ground, a dog.",
    "Developing countries would pay less under the plan.",
    "Breaking news of the verdict drew hundreds to the square.",
    "Log in the river blocked the lock for two days.",
    "Language of the bill was changed overnight, senators said.",
]  # fmt: skip


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_is_boilerplate(line):
    assert find_kind(line) == "boilerplate"


@pytest.mark.parametrize("line", CAPTIONS)
def test_captions_are_captions(line):
    assert find_kind(line) == "caption"


@pytest.mark.parametrize("line", SENTENCES)
def test_sentences_stay(line):
    assert find_kind(line) == ""


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Related news", "list"),
        ("MORE STORIES", "list"),
        ("You may also like:", "list"),
        ("More from BBC News", "list"),
        ("Noticias relacionadas", "list"),
        ("Awọn iroyin ti o ni ibatan", "list"),
        ("Related", "inline"),
        ("More on this story", "inline"),
        ("Read more »", "inline"),
        ("More on Indonesia", "inline"),
        ("Background", ""),
        ("Related deaths", ""),
    ],
)
def test_labels_of_other_items(line, kind):
    assert find_kind(line) == kind


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("BY JANE DOE", "JANE DOE"),
        ("by Priya Nair | Courts", "Priya Nair | Courts"),
        ("By Maria Delgado and Tom Frey, KXTV Staff", "Maria Delgado and Tom Frey, KXTV Staff"),
        ("Written by José Ortega y Gasset", "José Ortega y Gasset"),
        ("By: Ludwig van der Rohe for Reuters", "Ludwig van der Rohe for Reuters"),
        ("By Tom Gill, news reporter", "Tom Gill, news reporter"),
        ("By Tom Gill, who was there", ""),
        ("By Friday", ""),
        ("By Friday the toll had risen", ""),
        ("By the end of the week", ""),
        ("By now 30 people had died.", ""),
        ("Jane Doe", ""),
        ("By", ""),
    ],
)
def test_bylines(line, name):
    assert read_byline(line) == name


def test_addresses():
    assert is_address("http://www.bbc.co.uk/news/world-23141479")
    assert is_address("www.example.com/a")
    assert not is_address("See http://example.com for the data.")
