"""Names for people made up for a crowd, each with a pronoun; taken in this order."""

_TABLE = """
she Priya Raman; he Tomasz Wilk; she Ngozi Eze; he Rafael Prado; she Ingrid Solberg; they Robin Achterberg
he Hamid Karimi; she Mei-Ling Chow; he Declan Foyle; she Yesenia Duarte; he Kwabena Osei; she Hannah Lindqvist
he Vikram Seth; she Zeynep Aydin; they Quinn Halloran; he Matteo Ricci; she Oluchi Nwosu; he Piotr Zielinski
she Camille Fournier; he Joaquin Ibarra; she Sunniva Dahl; he Tariq Mansour; she Beatriz Lobo
they Sasha Petrenko
he Cormac Delaney; she Aiko Tanabe; he Emeka Obi; she Greta Hollis; he Luca Marchetti; she Farah Siddiqui
he Anselm Koch; she Delphine Roux; they Jules Marchand; he Sunil Perera; she Wanjiru Kamau; he Oskar Bergman
she Leila Haddad; he Dmitri Volkov; she Rosalind Peck; he Mateus Faria; she Thandiwe Moyo; he Arjun Nair
she Paloma Rios; they Avery Stroud; he Gwilym Rees; she Noor Hashemi; he Kenji Morita; she Siobhan Kearney
he Ibrahim Diallo; she Valentina Orsini; he Lars Ostergaard; she Xiomara Peralta; he Bilal Chaudhry
she Marguerite Poole; they Emery Castellan; he Sipho Dlamini; she Katarzyna Nowak; he Enzo Vidal
she Aaliyah Brooks
he Finlay Urquhart; she Hyun-ju Seo; he Desmond Achebe; she Linnea Falk; he Rohan Kulkarni; she Odette Bisset
he Yusuf Demir; she Carys Pritchard; they Rowan Tully; he Alejandro Cruz; she Nadia Boutros; he Wendell Tate
she Ximena Vargas; he Stellan Nyberg; she Adaeze Ike; he Giorgio Bassi; she Miriam Adler; he Faisal Qureshi
she Johanna Weiss; he Tremaine Ellis; she Lucinda Marsh; they Kit Oyelaran; he Ravi Menon; she Elspeth Baird
he Hugo Lacombe; she Samira Jalali; he Bram de Wit; she Chiara Fontana; he Obinna Uche; she Phoebe Garrick
he Santiago Rueda; she Anneke Visser; he Malik Freeman; she Tuuli Saarinen; they Marlowe Finch; he Zoltan Kiss
"""

NAMES: tuple[tuple[str, str, str], ...] = tuple(
    (words[0], words[1], " ".join(words[2:]))
    for words in (entry.split() for entry in _TABLE.replace("\n", ";").split(";"))
    if words
)
"""(pronoun, given name, family name); the given names are distinct."""
