"""Whole short texts of many kinds, each invented, with every date a careful reader would find in them."""

import pytest

from timeline import resolve, tag
from timeline.languages import language
from timeline.model.document import Document, DocumentId
from timeline.model.expression import Dated
from timeline.times import edtf

ENGLISH = language("en")

# kind, the day of writing if it is known, the text, and for each expression its date, or its value if it is none
TEXTS = [
    (
        "company history",
        None,
        (
            "Hollis & Sons was founded in 1884 by two brothers. In the winter of 1901 the works burned down;"
            " it was rebuilt by the following spring. In 1912 the firm moved to Leeds, and two years later "
            "it employed 400 people. During the war it made shells. After 1945 demand fell. In the early "
            "fifties the founders' grandson took over. The company was listed in March 1967 and sold in "
            "December of the same year. By 1990 it had 1,200 employees. From 1998 to 2004 it was owned by a "
            "Dutch group."
        ),
        [
            ("1884", "1884"),
            ("the winter of 1901", "1901-24"),
            ("the following spring", "1902-21"),
            ("1912", "1912"),
            ("two years later", "1914"),
            ("1945", "1945"),
            ("the early fifties", "1950~/1952~"),
            ("March 1967", "1967-03"),
            ("December of the same year", "1967-12"),
            ("1990", "1990"),
            ("1998", "1998"),
            ("2004", "2004"),
        ],
    ),
    (
        "war by its years",
        None,
        (
            "== 1942 ==\n"
            "\n"
            "In January the column reached the pass. On the 14th it was attacked. The siege lasted three "
            "weeks. In early February relief came. The winter was hard. On 3 March the town fell, and the "
            "next day the garrison marched out. Two weeks later the river froze again.\n"
            "\n"
            "== 1943 ==\n"
            "\n"
            "By spring the roads were open. In May the retreat began. On 12 May, at dawn, the last boats "
            "left."
        ),
        [
            ("1942", "1942"),
            ("January", "1942-01"),
            ("the 14th", "1942-01-14"),
            ("three weeks", "P3W"),
            ("early February", "1942-02-01~/1942-02-10~"),
            ("The winter", "1941-24"),
            ("3 March", "1942-03-03"),
            ("the next day", "1942-03-04"),
            ("Two weeks later", "1942-03-18~"),
            ("1943", "1943"),
            ("spring", "1943-21"),
            ("May", "1943-05"),
            ("12 May, at dawn", "1943-05-12"),
        ],
    ),
    (
        "biography",
        None,
        (
            "Anna Kessler (14 March 1891 – 2 November 1967) was an Austrian botanist. Born in Graz, she "
            "moved to Vienna at the age of six. She studied from 1910 to 1914, and in August 1914 she "
            "volunteered as a nurse. She married in 1920; a daughter was born the following year. In 1938 "
            "she fled to Zurich. She returned in October 1945 and taught until 1961. Her letters, published "
            "in 1975, are kept in Graz. She died on 2 November 1967, aged 76."
        ),
        [
            ("14 March 1891", "1891-03-14"),
            ("2 November 1967", "1967-11-02"),
            ("1910", "1910"),
            ("1914", "1914"),
            ("August 1914", "1914-08"),
            ("1920", "1920"),
            ("the following year", "1921"),
            ("1938", "1938"),
            ("October 1945", "1945-10"),
            ("1961", "1961"),
            ("1975", "1975"),
            ("2 November 1967", "1967-11-02"),
        ],
    ),
    (
        "minutes",
        None,
        (
            "MINUTES of the meeting of the Parish Council held on 12 January 2023 at 7.30 pm in the Village "
            "Hall\n"
            "\n"
            "1. Apologies were received from Cllr Moss.\n"
            "2. The minutes of the meeting held on 8 December 2022 were approved.\n"
            "3. The clerk reported that the hedge had been cut on 4 January.\n"
            "4. The footpath will be closed from 6 to 10 February.\n"
            "5. Date of next meeting: Thursday 9 February at 7.30 pm."
        ),
        [
            ("12 January 2023 at 7.30 pm", "2023-01-12"),
            ("8 December 2022", "2022-12-08"),
            ("4 January", "2023-01-04"),
            ("6", "2023-02-06"),
            ("10 February", "2023-02-10"),
            ("Thursday 9 February at 7.30 pm", "2023-02-09"),
        ],
    ),
    (
        "press release",
        "2013-03-22",
        (
            "LONDON, March 22 (Newswire) – Brightwater plc (LSE: BRW) today announced results for the year "
            "ended 31 December 2012. Revenue rose 8% to £41.2m from £38.1m a year earlier. The final "
            "dividend of 2.1p will be paid on 17 May to shareholders on the register at 19 April. The annual"
            " general meeting will be held on Thursday, 9 May. Chief executive Dana Orr, who joined in "
            'January, said: "Trading in the first two months of this year has been strong." In the fourth '
            "quarter, orders fell."
        ),
        [
            ("March 22", "2013-03-22"),
            ("today", "2013-03-22"),
            ("the year", "P1Y"),
            ("31 December 2012", "2012-12-31"),
            ("a year earlier", "2011"),
            ("17 May", "2013-05-17"),
            ("19 April", "2013-04-19"),
            ("Thursday, 9 May", "2013-05-09"),
            ("January", "2013-01"),
            ("the first two months", "P2M"),
            ("this year", "2013"),
            ("the fourth quarter", "2012-36"),
        ],
    ),
    (
        "web news",
        "2013-04-18",
        (
            "A fire tore through a warehouse in Leeds late on Wednesday, killing three people, police said "
            "on Thursday. The blaze started shortly after 11 p.m. and was brought under control by early "
            "morning. The building had been empty since last year. Two people were arrested overnight and "
            "will appear in court on Monday. It was the deadliest fire in the city since 1984. The mayor, "
            "elected in November, visited the site on Thursday morning. A memorial will be held this Sunday."
            " Last month, inspectors warned about the site; a report is due in June."
        ),
        [
            ("late on Wednesday", "2013-04-17"),
            ("Thursday", "2013-04-18"),
            ("11 p.m.", "2013-04-17"),
            ("early morning", "2013-04-17"),
            ("last year", "2012"),
            ("overnight", "2013-04-18"),
            ("Monday", "2013-04-22"),
            ("1984", "1984"),
            ("November", "2012-11"),
            ("Thursday morning", "2013-04-18"),
            ("this Sunday", "2013-04-21"),
            ("Last month", "2013-03"),
            ("June", "2013-06"),
        ],
    ),
    (
        "encyclopaedia article",
        None,
        (
            "The Battle of Harrow Ford was fought on 23 June 1485 (O.S. 14 June). The castle, built c. 1290 "
            "and enlarged between 1340 and 1362, stands on the site of an earlier fort of the 9th century "
            "BC. It was abandoned in the late 17th century and restored in the 1880s. Excavations began in "
            "1931 and resumed in 1954–57. A museum opened in July 1988. As of 2011, the site had 40,000 "
            "visitors a year."
        ),
        [
            ("23 June 1485", "1485-06-23"),
            ("14 June", "1485-06-14"),
            ("c. 1290", "1290~"),
            ("1340", "1340"),
            ("1362", "1362"),
            ("the 9th century BC", "-0899/-0800"),
            ("the late 17th century", "1667~/1699~"),
            ("the 1880s", "188X"),
            ("1931", "1931"),
            ("1954", "1954"),
            ("57", "1957"),
            ("July 1988", "1988-07"),
            ("2011", "2011"),
        ],
    ),
    (
        "web news of a landslide",
        "2013-05-02",
        (
            "Three days after the landslide, rescuers were still searching on Thursday. The slide struck the"
            " village on Monday morning. On April 24 engineers had warned of cracks. The road reopened on "
            "Tuesday, but closed again the following day. A similar slide killed nine in the spring of 1997."
            " The government said it would rebuild the school by September 2014. Villagers have until May 10"
            " to apply for aid."
        ),
        [
            ("Three days", "P3D"),
            ("Thursday", "2013-05-02"),
            ("Monday morning", "2013-04-29"),
            ("April 24", "2013-04-24"),
            ("Tuesday", "2013-04-30"),
            ("the following day", "2013-05-01"),
            ("the spring of 1997", "1997-21"),
            ("September 2014", "2014-09"),
            ("May 10", "2013-05-10"),
        ],
    ),
    (
        "history of a works",
        None,
        (
            "The works closed in 1987 after a century of production. In its heyday in the 1950s it employed "
            "3,000. The first furnace was lit on New Year's Day 1888. Output doubled between 1890 and 1895, "
            "then fell sharply in 1896–7. A fire in the early hours of 4 June 1903 destroyed the rolling "
            "mill. Rebuilding took eighteen months and production resumed in January 1905. The strike of "
            "1911 lasted from mid-August until late October. By the mid-1930s the workforce had halved. In "
            "1947 it was nationalised; thirty years later it was merged."
        ),
        [
            ("1987", "1987"),
            ("the 1950s", "195X"),
            ("New Year's Day 1888", "1888-01-01"),
            ("1890", "1890"),
            ("1895", "1895"),
            ("1896", "1896"),
            ("7", "1897"),
            ("4 June 1903", "1903-06-04"),
            ("eighteen months", "P18M"),
            ("January 1905", "1905-01"),
            ("1911", "1911"),
            ("mid-August", "1911-08-11~/1911-08-20~"),
            ("late October", "1911-10-21~/1911-10-31~"),
            ("the mid-1930s", "1933~/1936~"),
            ("1947", "1947"),
            ("thirty years later", "1977"),
        ],
    ),
    (
        "a campaign",
        None,
        (
            "At dawn on 6 June the landings began. By nightfall 20,000 men were ashore. The next morning, 7 "
            "June 1944, the bridge was taken. Four days later the two beachheads joined. On the night of "
            "12–13 June the enemy counter-attacked. On 26 June the port fell. In July and August the army "
            "broke out, and by 25 August the capital was free. That autumn the advance slowed. In December "
            "came the counter-offensive. It was over by the end of January. In March the river was crossed, "
            "and on 8 May the war ended."
        ),
        [
            ("dawn on 6 June", "1944-06-06"),
            ("nightfall", "1944-06-06"),
            ("The next morning", "1944-06-07"),
            ("7 June 1944", "1944-06-07"),
            ("Four days later", "1944-06-11"),
            ("the night of 12", "1944-06-12"),
            ("13 June", "1944-06-13"),
            ("26 June", "1944-06-26"),
            ("July", "1944-07"),
            ("August", "1944-08"),
            ("25 August", "1944-08-25"),
            ("That autumn", "1944-23"),
            ("December", "1944-12"),
            ("the end of January", "1945-01-21~/1945-01-31~"),
            ("March", "1945-03"),
            ("8 May", "1945-05-08"),
        ],
    ),
    (
        "an emigrant",
        None,
        (
            "He was born on 3rd of October, 1820 in Halle and died in the spring of '83. At the age of 22 he"
            " enlisted. He served until 1848, when he was wounded. In the summer of that year he emigrated. "
            "He reached New York in the first week of September 1848. Five years later he founded a "
            "newspaper. His wife died in childbirth in February 1855, and the following November he "
            "remarried. On his 60th birthday, in 1880, he retired."
        ),
        [
            ("3rd of October, 1820", "1820-10-03"),
            ("the spring of '83", "1883-21"),
            ("1848", "1848"),
            ("the summer of that year", "1848-22"),
            ("the first week of September 1848", "1848-09-04/1848-09-10"),
            ("Five years later", "1853"),
            ("February 1855", "1855-02"),
            ("the following November", "1855-11"),
            ("1880", "1880"),
        ],
    ),
    (
        "a quarter’s results",
        "2013-11-06",
        (
            "The company said Wednesday that third-quarter profit fell 12 percent from a year earlier. Net "
            "income for the three months ended Sept. 30 was $1.2 billion, compared with $1.36 billion in the"
            " year-ago period. For the first nine months of 2013, profit rose. It expects fourth-quarter "
            "revenue of $9 billion and will pay a dividend of 20 cents on Dec. 16 to holders of record on "
            "Nov. 22. Shares closed at $34.10 on Tuesday. The CEO, who took over in June 2011, will step "
            "down at the end of next year."
        ),
        [
            ("Wednesday", "2013-11-06"),
            ("third-quarter", "2013-35"),
            ("a year earlier", "2012-35"),
            ("the three months", "P3M"),
            ("Sept. 30", "2013-09-30"),
            ("the year-ago period", "2012-35"),
            ("the first nine months", "P9M"),
            ("2013", "2013"),
            ("fourth-quarter", "2013-36"),
            ("Dec. 16", "2013-12-16"),
            ("Nov. 22", "2013-11-22"),
            ("Tuesday", "2013-11-05"),
            ("June 2011", "2011-06"),
            ("the end of next year", "2014-09~/2014-12~"),
        ],
    ),
    (
        "an announcement",
        "2013-02-11",
        (
            "The pope announced on Monday he will resign on February 28, the first to do so in nearly 600 "
            "years. A conclave will be held in mid-March. He had been elected in April 2005. His brother "
            'said he had considered stepping down for months. "The decision was made last spring," he said. '
            "The last such resignation was in 1415. A new leader should be in place by Easter, which falls "
            "on March 31 this year."
        ),
        [
            ("Monday", "2013-02-11"),
            ("February 28", "2013-02-28"),
            ("nearly 600 years", "P600Y"),
            ("mid-March", "2013-03-11~/2013-03-20~"),
            ("April 2005", "2005-04"),
            ("months", "PXM"),
            ("last spring", "2012-21"),
            ("1415", "1415"),
            ("Easter", "2013-03-31"),
            ("March 31 this year", "2013-03-31"),
        ],
    ),
    (
        "a foreign report",
        "2013-01-29",
        (
            "French troops entered the city on Sunday night, and by Monday morning they controlled the "
            "airport. Two weeks ago it was in rebel hands. The operation, which began on January 11, is "
            "expected to last for several months. Elections planned for July may be postponed. Since last "
            "March, when the army seized power, 400,000 people have fled. Talks are due to resume next week."
        ),
        [
            ("Sunday night", "2013-01-27"),
            ("Monday morning", "2013-01-28"),
            ("Two weeks ago", "2013-01-15~"),
            ("January 11", "2013-01-11"),
            ("several months", "PXM"),
            ("July", "2013-07"),
            ("last March", "2012-03"),
            ("next week", "2013-02-04/2013-02-10"),
        ],
    ),
    (
        "an accident",
        "2013-07-08",
        (
            "Ten people died when a plane crashed on takeoff in Alaska at about 11:20 a.m. local time "
            "Sunday. In August 2010, a crash killed five. The airport, opened in 1978, was closed until "
            "Tuesday afternoon. Investigators arrived late Monday."
        ),
        [
            ("about 11:20 a.m. local time Sunday", "2013-07-07~"),
            ("August 2010", "2010-08"),
            ("1978", "1978"),
            ("Tuesday afternoon", "2013-07-09"),
            ("late Monday", "2013-07-08"),
        ],
    ),
    (
        "a treaty",
        None,
        (
            "The treaty entered into force on 1 January 1958. Croatia joined on 1 July 2013. In 1973, and "
            "again in 1981 and 1986, the union was enlarged. On the 50th anniversary, 25 March 2007, leaders"
            " met in Berlin. The Lisbon Treaty (signed 13 December 2007, in force since 1 December 2009) "
            "amended it. The 1990s saw rapid change; the 2000s less so. In the second half of the 19th "
            "century..."
        ),
        [
            ("1 January 1958", "1958-01-01"),
            ("1 July 2013", "2013-07-01"),
            ("1973", "1973"),
            ("1981", "1981"),
            ("1986", "1986"),
            ("25 March 2007", "2007-03-25"),
            ("13 December 2007", "2007-12-13"),
            ("1 December 2009", "2009-12-01"),
            ("The 1990s", "199X"),
            ("the 2000s", "200X"),
            ("the second half of the 19th century", "1850/1899"),
        ],
    ),
    (
        "a court case",
        "2013-03-14",
        (
            "The court ruled on Thursday that the company must pay $40 million. The case, filed in 2009, had"
            " been set for trial last October. In a statement late Wednesday, the company said it would "
            "appeal by April 12. The dispute dates back to the late 1990s. A hearing is scheduled for the "
            "week of May 6. The judge, who retires at the end of the month, gave both sides 30 days to "
            "respond."
        ),
        [
            ("Thursday", "2013-03-14"),
            ("2009", "2009"),
            ("last October", "2012-10"),
            ("late Wednesday", "2013-03-13"),
            ("April 12", "2013-04-12"),
            ("the late 1990s", "1997~/1999~"),
            ("the week of May 6", "2013-05-06/2013-05-12"),
            ("the end of the month", "2013-03-21~/2013-03-31~"),
            ("30 days", "P30D"),
        ],
    ),
    (
        "a storm",
        "2013-05-21",
        (
            "A tornado tore through the town Monday afternoon, killing at least 24 people. It was the "
            "strongest since May 3, 1999. School had let out early on Monday. Rescuers worked overnight and "
            "into Tuesday morning. The storm hit about 3 p.m. and lasted 40 minutes. President Obama will "
            "visit on Sunday. Last year, 70 people died in tornadoes, down from 553 in 2011. The National "
            "Weather Service had issued a warning 16 minutes before. Forecasters warned of more storms "
            "Tuesday and Wednesday."
        ),
        [
            ("Monday afternoon", "2013-05-20"),
            ("May 3, 1999", "1999-05-03"),
            ("early on Monday", "2013-05-20"),
            ("overnight", "2013-05-20"),
            ("Tuesday morning", "2013-05-21"),
            ("about 3 p.m.", "2013-05-21~"),
            ("40 minutes", "PT40M"),
            ("Sunday", "2013-05-26"),
            ("Last year", "2012"),
            ("2011", "2011"),
            ("16 minutes before", "PT16M"),
            ("Tuesday", "2013-05-21"),
            ("Wednesday", "2013-05-22"),
        ],
    ),
    (
        "a vote",
        "2012-11-30",
        (
            "The U.N. voted on Thursday to recognise the state. The vote came exactly 65 years after the "
            "partition plan of November 29, 1947. Building plans announced a day later drew criticism. Talks"
            " have been frozen since September 2010. An election is due on January 22. Two weeks ago a truce"
            " ended eight days of fighting."
        ),
        [
            ("Thursday", "2012-11-29"),
            ("65 years", "P65Y"),
            ("November 29, 1947", "1947-11-29"),
            ("a day later", "2012-11-30"),
            ("September 2010", "2010-09"),
            ("January 22", "2013-01-22"),
            ("Two weeks ago", "2012-11-16~"),
            ("eight days", "P8D"),
        ],
    ),
    (
        "an obituary",
        "2013-04-09",
        (
            "The former prime minister died on Monday morning after a stroke, aged 87. She led the country "
            "from 1979 until 1990. Her funeral will take place on Wednesday next week. Born in October 1925,"
            " she entered parliament in 1959. Parliament will be recalled on Wednesday. In 2002 she was "
            "advised to stop speaking in public."
        ),
        [
            ("Monday morning", "2013-04-08"),
            ("1979", "1979"),
            ("1990", "1990"),
            ("Wednesday next week", "2013-04-17"),
            ("October 1925", "1925-10"),
            ("1959", "1959"),
            ("Wednesday", "2013-04-10"),
            ("2002", "2002"),
        ],
    ),
    (
        "a retailer",
        "2019-01-07",
        (
            "Shares rose 2% in the first week of January. Over the Christmas holidays sales were flat, the "
            "retailer said on Monday. Like-for-like sales in the 13 weeks to 29 December fell 0.3%, compared"
            " with growth of 1.2% in the same period of 2017. It plans to close 20 stores by the end of "
            "March and 40 more over the next two years. Full-year results will be published on 21 February."
        ),
        [
            ("the first week of January", "2018-12-31/2019-01-06"),
            ("Christmas", "2018-12-25"),
            ("Monday", "2019-01-07"),
            ("the 13 weeks", "P13W"),
            ("29 December", "2018-12-29"),
            ("2017", "2017"),
            ("the end of March", "2019-03-21~/2019-03-31~"),
            ("the next two years", "2019-01-08/2021-01-07"),
            ("21 February", "2019-02-21"),
        ],
    ),
    (
        "a launch",
        "2013-06-05",
        (
            "China will launch the spacecraft in the middle of June, officials said on Wednesday. The three "
            "astronauts will spend 15 days in orbit. The lab was launched in September 2011 and visited last"
            " June. By 2020, it plans to have a station."
        ),
        [
            ("the middle of June", "2013-06-11~/2013-06-20~"),
            ("Wednesday", "2013-06-05"),
            ("15 days", "P15D"),
            ("September 2011", "2011-09"),
            ("last June", "2012-06"),
            ("2020", "2020"),
        ],
    ),
    (
        "strikes",
        "2015-10-01",
        (
            "On 30 September the air force began strikes. By the following evening more than 20 targets had "
            "been hit. Half a year earlier nobody expected it. The summer had been quiet."
        ),
        [
            ("30 September", "2015-09-30"),
            ("the following evening", "2015-10-01"),
            ("Half a year", "P6M"),
            ("The summer", "2015-22"),
        ],
    ),
    (
        "a revolution",
        None,
        (
            "The 1848 revolution began in March. Between the 13th and the 15th the capital rose. On 2 "
            "December the emperor abdicated. In the following year the army returned; it was all over by "
            "October 6th, 1849. The next twenty years were quiet. In '67 the compromise was signed."
        ),
        [
            ("1848", "1848"),
            ("March", "1848-03"),
            ("13th", "1848-03-13"),
            ("15th", "1848-03-15"),
            ("2 December", "1848-12-02"),
            ("the following year", "1849"),
            ("October 6th, 1849", "1849-10-06"),
            ("The next twenty years", "P20Y"),
            ("'67", "1867"),
        ],
    ),
    (
        "an invasion",
        None,
        (
            "At 4.45 a.m. on 1 September 1939 the invasion began. Two days later war was declared. The "
            "capital held out until the 27th. On 5 October the last units surrendered. The following spring "
            "brought new campaigns. On 9 April 1940 the north was invaded, and on 10 May the west. Within "
            "six weeks it was over: an armistice was signed on 22 June and took effect at 12:35 a.m. on 25 "
            "June. From July to October the air battle raged. The winter of 1940–41 saw the cities bombed. "
            "On 22 June of the following year came the east."
        ),
        [
            ("4.45 a.m. on 1 September 1939", "1939-09-01"),
            ("Two days later", "1939-09-03"),
            ("the 27th", "1939-09-27"),
            ("5 October", "1939-10-05"),
            ("The following spring", "1940-21"),
            ("9 April 1940", "1940-04-09"),
            ("10 May", "1940-05-10"),
            ("six weeks", "P6W"),
            ("22 June", "1940-06-22"),
            ("12:35 a.m. on 25 June", "1940-06-25"),
            ("July", "1940-07"),
            ("October", "1940-10"),
            ("The winter of 1940–41", "1940-24"),
            ("22 June of the following year", "1941-06-22"),
        ],
    ),
    (
        "exports",
        "2013-02-20",
        (
            "BEIJING (Newswire) – The ministry said Wednesday that exports grew 5 percent in January from a "
            "year earlier, after rising 14.1 percent in December. Growth for all of 2012 was 7.8 percent, "
            "the slowest since 1999. A new leader takes office in March. The figures were collected between "
            "Jan. 1 and Feb. 5. Analysts had expected the data last Friday."
        ),
        [
            ("Wednesday", "2013-02-20"),
            ("January", "2013-01"),
            ("a year earlier", "2012-01"),
            ("December", "2012-12"),
            ("2012", "2012"),
            ("1999", "1999"),
            ("March", "2013-03"),
            ("Jan. 1", "2013-01-01"),
            ("Feb. 5", "2013-02-05"),
            ("last Friday", "2013-02-15"),
        ],
    ),
    (
        "a shutdown",
        "2013-10-09",
        (
            "The shutdown, now in its second week, began on Oct. 1. Talks resumed Tuesday night and will "
            "continue on Thursday. A default could come as early as Oct. 17, the Treasury said on Monday. In"
            " 1995-96 a shutdown lasted 21 days. Polls taken over the weekend showed little change. The "
            'House is due to vote later this week. "We had a deal last night," he said on Tuesday.'
        ),
        [
            ("now", "PRESENT_REF"),
            ("Oct. 1", "2013-10-01"),
            ("Tuesday night", "2013-10-08"),
            ("Thursday", "2013-10-10"),
            ("Oct. 17", "2013-10-17"),
            ("Monday", "2013-10-07"),
            ("1995", "1995"),
            ("96", "1996"),
            ("21 days", "P21D"),
            ("the weekend", "2013-10-05/2013-10-06"),
            ("later this week", "2013-10-09/2013-10-13"),
            ("last night", "2013-10-08"),
            ("Tuesday", "2013-10-08"),
        ],
    ),
    (
        "snow",
        "2013-01-03",
        (
            "Heavy snow fell on New Year's Eve and New Year's Day. Roads reopened on Wednesday. The cold "
            "snap is expected to last until the weekend. In December 2010 the airport closed for two days. "
            "Last winter was mild. Schools reopen on Monday, January 7."
        ),
        [
            ("New Year's Eve", "2012-12-31"),
            ("New Year's Day", "2013-01-01"),
            ("Wednesday", "2013-01-02"),
            ("the weekend", "2013-01-05/2013-01-06"),
            ("December 2010", "2010-12"),
            ("two days", "P2D"),
            ("Last winter", "2011-24"),
            ("Monday, January 7", "2013-01-07"),
        ],
    ),
    (
        "a verdict",
        "2013-06-19",
        (
            "A court in Milan on Monday sentenced the former official to four years. The trial began in "
            "April 2011, and the verdict came two years and two months later. He was first charged three "
            "years ago. An appeal is likely in the autumn. The events date to the night of 27 May 2010."
        ),
        [
            ("Monday", "2013-06-17"),
            ("four years", "P4Y"),
            ("April 2011", "2011-04"),
            ("two years and two months later", "2013-06"),
            ("three years ago", "2010"),
            ("the autumn", "2013-23"),
            ("the night of 27 May 2010", "2010-05-27"),
        ],
    ),
    (
        "a war of seven years",
        None,
        (
            "The war, which lasted from 1756 to 1763, began in May. In August of that year the king invaded "
            "Saxony. The next spring he entered Bohemia; in June he was beaten. On 5 November he won at R., "
            "and a month later at L. The years 1758 and 1759 were worse. In the autumn of 1760 Berlin was "
            "raided. The empress died on 5 January 1762 (25 December 1761, Old Style)."
        ),
        [
            ("1756", "1756"),
            ("1763", "1763"),
            ("May", "1756-05"),
            ("August of that year", "1756-08"),
            ("The next spring", "1757-21"),
            ("June", "1757-06"),
            ("5 November", "1757-11-05"),
            ("a month later", "1757-12"),
            ("1758", "1758"),
            ("1759", "1759"),
            ("the autumn of 1760", "1760-23"),
            ("5 January 1762", "1762-01-05"),
            ("25 December 1761", "1761-12-25"),
        ],
    ),
    (
        "a schoolmistress",
        None,
        (
            "Mary Ellis (c. 1790 – before 1856) kept a school. Baptised 4 Feb. 1791; m. 2ndly 12 Oct 1819. "
            "By the 1830s she was blind. Her first book appeared in 1812 or 1813, the last around 1840. She "
            "died sometime between 1850 and 1856."
        ),
        [
            ("c. 1790", "1790~"),
            ("1856", "1856"),
            ("4 Feb. 1791", "1791-02-04"),
            ("12 Oct 1819", "1819-10-12"),
            ("the 1830s", "183X"),
            ("1812", "1812"),
            ("1813", "1813"),
            ("around 1840", "1840~"),
            ("1850", "1850"),
            ("1856", "1856"),
        ],
    ),
    (
        "a committee",
        "2019-11-20",
        (
            "The committee met on Tuesday, 19 November 2019 at 10:00. Present: ... The minutes of 15 October"
            " were approved. Action: J. Smith to report back by 3 December. The next meeting will take place"
            " on Tuesday 17 December. The budget for 2020/21 was noted. It was agreed in principle last "
            "month."
        ),
        [
            ("Tuesday, 19 November 2019 at 10:00", "2019-11-19"),
            ("15 October", "2019-10-15"),
            ("3 December", "2019-12-03"),
            ("Tuesday 17 December", "2019-12-17"),
            ("2020", "2020"),
            ("21", "2021"),
            ("last month", "2019-10"),
        ],
    ),
]


@pytest.mark.parametrize(("kind", "written", "text", "expected"), TEXTS, ids=[kind for kind, *_ in TEXTS])
def test_every_date_of_a_text_of_some_kind(kind, written, text, expected):  # noqa: ARG001  the kind names the case
    document = Document(DocumentId("a text"), text, (), "en")
    given = edtf.parse(written) if written else None
    timexes = resolve.dated(document, tag.expressions(document, ENGLISH), ENGLISH, given).timexes
    found = [
        (one.expression.text, edtf.text(one.when) if isinstance(one, Dated) else one.value) for one in timexes
    ]
    assert found == expected
