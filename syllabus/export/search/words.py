"""Text to words for searching: small letters without accents, numbers and codes kept, little words known as such."""

from __future__ import annotations

import re
import unicodedata

STOP_WORDS = frozenset("""
ada adalah agar akan anda antara apa apabila apakah atas atau bagaimana bagi bahwa banyak beberapa belum berapa bila bisa boleh buat bukan
cara dalam dan dapat dari daripada dengan di dia harus hingga ia ialah ini itu jadi jangan jika juga kalau kami kamu kan karena ke
kepada ketika kita lagi lalu lebih maka mana masih melalui mengapa mereka merupakan misalnya mohon namun nya oleh pada padahal para pernah
perlu pula pun punya saat saja sambil sampai sangat saya sebagai sebelum seberapa sebuah secara sedang sehingga sejak selain selama seorang
seperti serta sesudah sesuatu setelah setiap siapa sih sudah supaya tanpa tapi telah tentang tentu terhadap tersebut tetapi tiap tidak tolong
untuk yaitu yakni yang dll dsb dst
aja apaan bgmn biar bu deh dg dgn dimana dlm dong dr enggak gak gimana gmn jg kak kalo kayak kemana kenapa klo knp kok krn lho loh mas mau
mbak mengenai min nanti ngapain nggak ngga nih pak pd perihal pengen pingin sdh sebaiknya seharusnya seputar si spt sy tdk terkait thd trs tsb
ttg tuh udah udh utk ya yah yg
""".split())
_WORD = re.compile(r"[a-z0-9]+")
_SITE = re.compile(r"(?:[a-z0-9-]+\.)+(?:com|id|net|org)\b")
"""The name of another site, as sources are told: nobody looks for the words in it."""

_PARTICLE = re.compile(r"(?:kah|lah|pun|nya)$")


def little(word: str) -> bool:
    """Whether a word says nothing by itself, also with a particle: "bagaimanakah"."""
    return word in STOP_WORDS or _PARTICLE.sub("", word) in STOP_WORDS


def words(text: str) -> list[str]:
    """The words of a text in order, in small letters: "SP4N-LAPOR!" gives sp4n and lapor."""
    if not text.isascii():
        text = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    return _WORD.findall(_SITE.sub(" ", text.lower()))
