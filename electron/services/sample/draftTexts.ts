/*
 * The drafts of the sample as they were tabled: Indonesia's own, Cambodia's counter-draft, and what stood on the
 * screen at the end of the second meeting, in two languages. Written for this project; not legal text.
 */

export type SampleDraft = 'own' | 'counter' | 'consolidated' | 'consolidatedId'

export const sampleDraftTexts: Readonly<Record<SampleDraft, string>> = {
  own: `DRAFT OF INDONESIA
as of 10 March 2025

MEMORANDUM OF UNDERSTANDING
BETWEEN
THE MINISTRY OF IMMIGRATION AND CORRECTIONS OF THE REPUBLIC OF INDONESIA
AND
THE MINISTRY OF INTERIOR OF THE KINGDOM OF CAMBODIA
ON
COOPERATION IN PREVENTING AND COMBATING TRAFFICKING IN PERSONS AND RELATED TRANSNATIONAL CRIMES

The Ministry of Immigration and Corrections of the Republic of Indonesia and the Ministry of Interior of the Kingdom of Cambodia, hereinafter referred to individually as "the Party" and collectively as "the Parties";

DESIRING to strengthen the friendly relations between the two countries;

CONCERNED by the growing number of nationals of both countries who are deceived into forced criminality in online fraud operations;

RECALLING the commitments of both countries under the ASEAN Convention Against Trafficking in Persons, Especially Women and Children;

PURSUANT to the prevailing laws and regulations of their respective countries;

HAVE AGREED as follows:

Article 1
Objective
The objective of this Memorandum of Understanding is to provide a framework for cooperation between the Parties on the basis of equality, reciprocity and mutual benefit.

Article 2
Scope of Cooperation
The Parties shall cooperate in the following areas:
(a) prevention and combating of trafficking in persons;
(b) prevention and combating of cybercrime, including skimming, scamming and online gambling;
(c) protection and repatriation of nationals of either Party;
(d) border control and detection of fraudulent travel documents; and
(e) any other area mutually agreed upon by the Parties.

Article 3
Forms of Cooperation
1. Cooperation under this Memorandum of Understanding shall be carried out through:
(a) exchange of information and best practices;
(b) designation of focal points by each Party;
(c) joint training and capacity building; and
(d) mutual visits of officials.
2. Each Party shall reply to a request for information within fourteen (14) days of its receipt.
3. The Parties shall facilitate the posting of an Immigration Attaché at the Embassy of the Republic of Indonesia in Phnom Penh.

Article 4
Joint Working Group
1. The Parties shall establish a Joint Working Group to implement this Memorandum of Understanding.
2. The Joint Working Group shall meet at least once a year, alternately in Indonesia and in Cambodia.

Article 5
Repatriation of Victims
The Parties shall ensure that the repatriation of victims is carried out without undue delay and with due regard to their safety.

Article 6
Funding
Each Party shall bear its own costs, subject to the availability of funds.

Article 7
Confidentiality
1. Each Party shall protect the confidentiality of documents and information received from the other Party.
2. Such information shall not be released to a third party without the prior written consent of the Party that supplied it.
3. This Article shall continue to apply after the termination of this Memorandum of Understanding.

Article 8
Settlement of Disputes
Any dispute arising from the interpretation or implementation of this Memorandum of Understanding shall be settled amicably through consultation or negotiation between the Parties.

Article 9
Amendment
This Memorandum of Understanding may be amended at any time by mutual written consent of the Parties. Amendments form an integral part of this Memorandum of Understanding.

Article 10
Entry into Force, Duration and Termination
1. This Memorandum of Understanding shall enter into force on the date of its signing.
2. It shall remain in force for a period of five (5) years and may be extended by mutual written consent.
3. Either Party may terminate it by giving written notice at least six (6) months in advance.
4. Termination shall not affect activities already under way.

IN WITNESS WHEREOF, the undersigned have signed this Memorandum of Understanding.

DONE at ................ on ................ in duplicate, in the Indonesian, Khmer and English languages, all texts being equally authentic. In case of any divergence in interpretation, the English text shall prevail.

FOR THE MINISTRY OF IMMIGRATION AND CORRECTIONS OF THE REPUBLIC OF INDONESIA | FOR THE MINISTRY OF INTERIOR OF THE KINGDOM OF CAMBODIA
`,
  counter: `COUNTER-DRAFT OF CAMBODIA
as of 28 April 2025

MEMORANDUM OF UNDERSTANDING
BETWEEN
THE MINISTRY OF INTERIOR OF THE KINGDOM OF CAMBODIA
AND
THE MINISTRY OF IMMIGRATION AND CORRECTIONS OF THE REPUBLIC OF INDONESIA
ON
COOPERATION IN PREVENTING AND COMBATING TRAFFICKING IN PERSONS AND RELATED TRANSNATIONAL CRIMES

The Ministry of Interior of the Kingdom of Cambodia and the Ministry of Immigration and Corrections of the Republic of Indonesia, hereinafter referred to individually as “the Participant” and collectively as “the Participants”;

DESIRING to strengthen the friendly relations between the two countries;

CONCERNED by the growing number of nationals of both countries who are deceived into forced criminality in online fraud operations;

RECALLING the commitments of both countries under the ASEAN Convention Against Trafficking in Persons, Especially Women and Children;

PURSUANT to the prevailing laws and regulations of their respective countries;

HAVE AGREED as follows:

Article 1
Objective
The objective of this Memorandum of Understanding is to provide a framework for cooperation between the Participants on the basis of equality, reciprocity and mutual benefit.

Article 2
Scope of Cooperation
The Participants will cooperate in the following areas:
(a) prevention and combating of trafficking in persons;
(b) prevention and combating of cybercrime, including skimming, scamming and illegal online gambling;
(c) protection and repatriation of nationals of either Participant;
(d) border control and detection of fraudulent travel documents; and
(e) any other area mutually agreed upon by the Participants.

Article 3
Forms of Cooperation
1. Cooperation under this Memorandum of Understanding will be carried out through:
(a) exchange of information and best practices;
(b) designation of focal points by each Participant;
(c) joint training and capacity building; and
(d) mutual visits of officials.
2. Each Participant will reply to a request for information within thirty (30) days of its receipt.

Article 4
Joint Working Group
1. The Participants will establish a Joint Working Group to implement this Memorandum of Understanding.
2. The Joint Working Group will meet at least once a year, alternately in Cambodia and in Indonesia.

Article 5
Confidentiality
1. Each Participant will protect the confidentiality of documents and information received from the other Participant.
2. Such information will not be released to a third party without the prior written consent of the Participant that supplied it.
3. This Article will continue to apply after the termination of this Memorandum of Understanding.

Article 6
Repatriation of Victims
The Participants will endeavour to ensure that the repatriation of victims is carried out without undue delay and with due regard to their safety.

Article 7
Funding
Each Participant will bear its own costs, subject to the availability of funds.

Article 8
Protection of Personal Data
Personal data will be processed only for the purposes of this Memorandum of Understanding and in accordance with the laws of the receiving Participant.

Article 9
Settlement of Disputes
Any dispute arising from the interpretation or implementation of this Memorandum of Understanding will be settled amicably through consultation or negotiation between the Participants.

Article 10
Amendment
This Memorandum of Understanding may be amended at any time by mutual written consent of the Participants. Amendments form an integral part of this Memorandum of Understanding.

Article 11
Entry into Effect, Duration and Termination
1. This Memorandum of Understanding will come into effect on the date of its signing.
2. It will remain in effect for a period of three (3) years and may be extended by mutual written consent.
3. Either Participant may terminate it by giving written notice at least six (6) months in advance.
4. Termination will not affect activities already under way.

IN WITNESS WHEREOF, the undersigned have signed this Memorandum of Understanding.

DONE at ................ on ................ in duplicate, in the Khmer, Indonesian and English languages, all texts being equally authentic. In case of any divergence in interpretation, the English text will prevail.

FOR THE MINISTRY OF INTERIOR OF THE KINGDOM OF CAMBODIA | FOR THE MINISTRY OF IMMIGRATION AND CORRECTIONS OF THE REPUBLIC OF INDONESIA
`,
  consolidated: `WORKING TEXT
as of 19 May 2025, 18.30 hrs
Text in square brackets is not agreed.

Article 2
Scope of Cooperation
The [Parties (IDN)] [Participants (KHM)] [shall (IDN)] [will (KHM)] cooperate in the following areas:
(a) prevention and combating of trafficking in persons; [agreed ad ref]
(b) prevention and combating of cybercrime, including skimming, scamming and [illegal (KHM)] online gambling;
(c) protection and repatriation of nationals of either [Party] [Participant];
(d) border control and detection of fraudulent travel documents; and
(e) any other area mutually agreed upon by the [Parties] [Participants].

Article 3
Forms of Cooperation
2. Each [Party] [Participant] [shall] [will] reply to a request for information within [fourteen (14) (IDN)] [thirty (30) (KHM)] [twenty-one (21) (Chair's proposal)] days of its receipt.
[3. The Parties shall facilitate the posting of an Immigration Attaché at the Embassy of the Republic of Indonesia in Phnom Penh [, subject to the laws of the receiving State (KHM)]. (IDN)]

Article 5
Repatriation of Victims
The Parties shall [endeavour to (KHM)] ensure that the repatriation of victims is carried out without undue delay and with due regard to their safety.

Article 7
Confidentiality
1. Each [Party] [Participant] [shall] [will] protect the confidentiality of documents and information received from the other.
2. Such information [shall] [will] not be released to a third party without the prior written consent of the [Party] [Participant] that supplied it.
3. This Article [shall] [will] continue to apply after the termination of this Memorandum of Understanding.

[Article 7 bis
Protection of Personal Data
Personal data will be processed only for the purposes of this Memorandum of Understanding and in accordance with the laws of the receiving Participant. (KHM; IDN reserves)]

Article 10
Entry into Force, Duration and Termination
2. It shall remain in force for a period of [five (5) (IDN)] [three (3) (KHM)] years and may be extended by mutual written consent.
`,
  consolidatedId: `NASKAH KERJA
per 19 Mei 2025, pukul 18.30
Teks dalam kurung siku belum disepakati.

Pasal 2
Ruang Lingkup Kerja Sama
[Para Pihak (IDN)] [Para Peserta (KHM)] bekerja sama dalam bidang-bidang berikut:
(a) pencegahan dan pemberantasan perdagangan orang; [disepakati ad ref]
(b) pencegahan dan pemberantasan kejahatan siber, termasuk skimming, scamming, dan perjudian daring [ilegal (KHM)];
(c) pelindungan dan pemulangan warga negara masing-masing;
(d) pengawasan perbatasan dan pendeteksian dokumen perjalanan palsu; dan
(e) bidang lain yang disepakati bersama.

Pasal 3
Bentuk Kerja Sama
2. Masing-masing menjawab permintaan informasi dalam waktu [empat belas (14) (IDN)] [tiga puluh (30) (KHM)] [dua puluh satu (21) (usul Ketua)] hari sejak diterima.
[3. Para Pihak memfasilitasi penempatan Atase Imigrasi pada Kedutaan Besar Republik Indonesia di Phnom Penh [, dengan tunduk pada hukum Negara penerima (KHM)]. (IDN)]

Pasal 5
Pemulangan Korban
Para Pihak [berupaya (KHM)] memastikan pemulangan korban dilaksanakan tanpa penundaan yang tidak semestinya dan dengan memperhatikan keselamatan korban.

Pasal 7
Kerahasiaan
1. Masing-masing wajib melindungi kerahasiaan dokumen dan informasi yang diterima.
2. Informasi dimaksud tidak dapat diberikan kepada pihak ketiga tanpa persetujuan tertulis terlebih dahulu.
`,
}
