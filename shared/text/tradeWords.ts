/**
 * Words of those who write memoranda and minutes that dictionaries do not have, in English, Indonesian and Latin, with
 * the names of places and offices that they write most. Names of the record come to them.
 */
export const tradeWords: readonly string[] = [
  // Latin and French of treaties
  'ad referendum, mutatis mutandis, inter alia, bona fide, pro bono, prima facie, ipso facto, ex officio, de facto',
  'de jure, sui generis, pacta sunt servanda, jus cogens, lex specialis, ad hoc, quorum, bis, ter, quater, alternat',
  'refoulement, aide-mémoire, note verbale, chargé, chargés, attaché, attachés, communiqué, démarche, rapporteur',
  'travaux préparatoires, procès-verbal, plenipotentiary, plenipotentiaries, testimonium, preambular, interpretative',
  // English of the trade
  'memoranda, signatory, signatories, counterpart, counterparts, repatriation, repatriate, repatriates, deportee',
  'deportees, trafficker, traffickers, trafficked, smuggler, smugglers, scam, scams, scammer, scammers, scamming',
  'skimming, phishing, cyber, cybercrime, cybercrimes, cybersecurity, cyberspace, biometric, biometrics, multisectoral',
  'interagency, intergovernmental, transnational, subregional, subparagraph, subparagraphs, chapeau, mainstreaming',
  'capacity, stakeholder, stakeholders, reintegration, reintegrate, rehabilitative, readmission, overstay, overstayed',
  'overstayer, overstayers, overstaying, modus, operandi, workstream, workstreams, liaise, liaising, ministerial',
  'ratione, annexe, annexes, website, websites, online, email, emails, videoconference, videoconferencing, webinar',
  'MoU, MoUs, TIP',
  // Indonesian of the trade
  'TPPO, TPPM, WNI, KBRI, KJRI',
  'nota, kesepahaman, kesepakatan, memorandum, pihak, para, pasal, ayat, keimigrasian, imigrasi, kekonsuleran',
  'konsuler, perdagangan, orang, penyelundupan, manusia, pemulangan, pendeportasian, deportasi, deteni, rudenim',
  'repatriasi, reintegrasi, ratifikasi, pengesahan, adendum, addendum, amendemen, penandatangan, penandatanganan',
  'kewarganegaraan, dwikewarganegaraan, keprotokolan, naskah, lampiran, klausul, preambul, pembukaan, notula, risalah',
  'delegasi, bilateral, multilateral, plenipotensiari, atase, kedutaan, konsulat, jenderal, kementerian, direktorat',
  'ditjen, subdirektorat, subkoordinator, narahubung, tindak, pidana, korban, saksi, pelindungan, perlindungan',
  'lintas, negara, siber, penipuan, daring, luring, biometrik, pemangku, kepentingan, lokakarya, pelatihan',
  // Places and offices
  'Indonesia, Indonesian, Indonesians, Kamboja, Cambodia, Cambodian, Khmer, Jakarta, Phnom, Penh, Bali, Nusa, Dua',
  'Denpasar, Batam, Medan, Surabaya, Makassar, Manado, Entikong, Nunukan, Tarakan, Pontianak, Tanjung, Pinang, Riau',
  'Jawa, Sumatera, Kalimantan, Sulawesi, Papua, Yogyakarta, Bandung, Semarang, Siem, Reap, Sihanouk, Sihanoukville',
  'Preah, Battambang, Kandal, Poipet, Bavet, Banteay, Meanchey, Svay, Rieng, Kampot, Kampong, Koh, Kong, Techo, Takhmao',
  'Imigrasi, Kemlu, Kemenkumham, Kemenimipas, Polri, Bareskrim, Kejaksaan, Agung, Setneg, Kemensetneg, Republik',
  'Kerajaan, Menteri, Direktur, Direktorat, Kepala, Duta, Besar, Merdeka, Soekarno, Hatta, Ngurah, Rai, Aseanapol',
  'Interpol, Palermo, Vientiane, Bangkok, Hanoi, Manila, Kuala, Lumpur, Putrajaya, Timor, Leste, Brunei, Darussalam',
]
