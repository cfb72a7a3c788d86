package nl.besluitroute.web;

import java.util.Arrays;
import java.util.List;

/** What a page says about each kind of task of the blocks' models. */
enum Taaksoort {
  VERSIE(
      "taak_versieVastleggen",
      "Leg de versie vast met haar onderdelen. Een vastgelegde versie verandert niet meer.",
      "De versie is vastgelegd",
      false,
      "Van elk onderdeel wordt het versiekenmerk bewaard.",
      "De tekst gaat naar de volgende stap van de route."),
  STUKKEN(
      "taak_stukkenVerzenden",
      "Leg vast welke versie naar het overleg is gegaan, en wanneer.",
      "De verzending is vastgelegd",
      true,
      "De versie staat als verzendversie in de Behandeling.",
      "Daarna legt u de conclusie van het overleg vast."),
  CONCLUSIE(
      "taak_conclusieVastleggen",
      "Neem over wat het overleg concludeerde, woord voor woord.",
      "De conclusie is vastgelegd",
      true,
      "De Behandeling wordt bijgewerkt.",
      "Opmerkingen staan open tot ze zijn beantwoord.",
      "Aangehouden: het overleg behandelt de tekst opnieuw. Anders gaat de tekst verder op de route."),
  PARTICIPATIE(
      "taak_participatieVastleggen",
      "Leg één gesprek, sessie of reactie vast; daarna kunt u er nog een toevoegen.",
      "Het gesprek is vastgelegd",
      false,
      "Het gesprek telt mee bij de participatie van deze visie.",
      "Volgen er geen gesprekken meer, dan is deze stap klaar."),
  COLLEGEBESLUIT(
      "taak_collegebesluitVastleggen",
      "Neem het besluit van het college over, met het dictum woord voor woord.",
      "Het collegebesluit is vastgelegd",
      true,
      "De stand besluitvorming wordt meteen opnieuw berekend.",
      "Na aanhouden of terugnemen blijft het college aan zet."),
  RAADSBESLUIT(
      "taak_raadsbesluitVastleggen",
      "Neem het besluit van de raad over, met het dictum woord voor woord.",
      "Het raadsbesluit is vastgelegd",
      true,
      "De stand besluitvorming wordt meteen opnieuw berekend.",
      "Na terugverwijzen of intrekken is het college weer aan zet."),
  INFORMEREN(
      "taak_raadInformeren",
      "Leg vast wanneer de raad is geïnformeerd, meestal met een raadsinformatiebrief.",
      "Het informeren van de raad is vastgelegd",
      false,
      "De brief staat bij de gemeente."),
  AFSLUITEN(
      "taak_besluitrondeAfsluiten",
      "Sluit de ronde af als elke gemeente heeft besloten.",
      "De besluitronde is afgesloten",
      false,
      "De stand van dit moment bepaalt hoe de route verdergaat.",
      "Is er verschil tussen gemeenten, dan kan een tweede besluitronde volgen."),
  ADVIES(
      "taak_adviesTweedeRonde",
      "Leg vast wat het portefeuillehoudersoverleg adviseert over het verschil tussen gemeenten.",
      "Het advies is vastgelegd",
      true,
      "Bij overnemen volgt een nieuwe versie, bij heroverwegen besluiten de betrokken gemeenten opnieuw.",
      "Bij accepteren of stoppen eindigt de route."),
  OVERIG("", null, "Vastgelegd", false);

  private final String code;
  private final String uitleg;
  private final String gelukt;
  private final boolean vergadering;
  private final List<String> gevolgen;

  Taaksoort(String code, String uitleg, String gelukt, boolean vergadering, String... gevolgen) {
    this.code = code;
    this.uitleg = uitleg;
    this.gelukt = gelukt;
    this.vergadering = vergadering;
    this.gevolgen = List.of(gevolgen);
  }

  /** By the task's id in the model; {@link #OVERIG} for one that is not known here. */
  static Taaksoort van(String code) {
    return Arrays.stream(values()).filter(s -> s.code.equals(code)).findFirst().orElse(OVERIG);
  }

  String code() {
    return code;
  }

  /** Null when there is nothing to explain. */
  String uitleg() {
    return uitleg;
  }

  String gelukt() {
    return gelukt;
  }

  /** Whether the step's date is that of a meeting. */
  boolean isVergadering() {
    return vergadering;
  }

  List<String> gevolgen() {
    return gevolgen;
  }
}
