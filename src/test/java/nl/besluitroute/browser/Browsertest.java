package nl.besluitroute.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.ResultType;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;

/**
 * A browser for tests of pages: the chromium of the machine, found on the PATH. Without one the
 * tests are skipped with a line that says so; where CI is set they fail. Anything on the browser's
 * console that is an error, a refusal by the content security policy included, fails the test.
 */
public abstract class Browsertest {

  public static final int BUREAU = 1280;
  public static final int TELEFOON = 375;
  private static final int HOOGTE = 900;

  private static Playwright playwright;
  private static Browser browser;

  private final List<BrowserContext> sessies = new ArrayList<>();
  private final List<String> consolefouten = new ArrayList<>();
  private final List<Pattern> verwacht = new ArrayList<>();

  @BeforeAll
  static void startBrowser() {
    Optional<Path> chromium = chromium();
    if (chromium.isEmpty()) {
      String reden = "No chromium, chromium-browser or google-chrome on the PATH: browser tests";
      if (System.getenv("CI") != null) {
        throw new IllegalStateException(reden + " cannot run, and CI is set");
      }
      System.out.println(reden + " skipped");
      Assumptions.abort(reden + " skipped");
    }
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium.get())
                    .setArgs(
                        List.of(
                            "--no-sandbox", "--disable-gpu", "--disable-background-networking")));
  }

  @AfterAll
  static void stopBrowser() {
    if (playwright != null) {
      playwright.close();
      playwright = null;
    }
  }

  @AfterEach
  void sluitSessies() {
    sessies.forEach(BrowserContext::close);
    List<String> onverwacht =
        consolefouten.stream()
            .filter(fout -> verwacht.stream().noneMatch(vorm -> vorm.matcher(fout).find()))
            .toList();
    assertThat(onverwacht).as("errors on the console of the browser").isEmpty();
  }

  private static Optional<Path> chromium() {
    return Stream.of("chromium", "chromium-browser", "google-chrome")
        .flatMap(
            naam ->
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                    .map(map -> Path.of(map, naam)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** A page in a session of its own, as another person at another machine would have. */
  protected Page nieuweSessie(int breedte) {
    BrowserContext sessie =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(breedte, HOOGTE)
                .setLocale("nl-NL")
                .setTimezoneId("Europe/Amsterdam")
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
    sessies.add(sessie);
    sessie.setDefaultTimeout(10_000);
    sessie.onPage(this::luister);
    return sessie.newPage();
  }

  private void luister(Page pagina) {
    pagina.onConsoleMessage((ConsoleMessage regel) -> {
      if (regel.type().equals("error")) {
        consolefouten.add(regel.text() + " (" + regel.location() + ")");
      }
    });
    pagina.onPageError(fout -> consolefouten.add("uncaught: " + fout));
  }

  /** Says that this test provokes an error that the browser reports on its console, as a 409. */
  protected void verwachtConsolefout(String vorm) {
    verwacht.add(Pattern.compile(vorm));
  }

  /** Signs in on the page where somebody without a session lands. */
  protected void meldAan(Page pagina, String basis, String gebruikersnaam, String wachtwoord) {
    pagina.navigate(basis + "/aanmelden");
    pagina.getByLabel("Gebruikersnaam").fill(gebruikersnaam);
    pagina.getByLabel("Wachtwoord").fill(wachtwoord);
    Response antwoord = pagina.waitForNavigation(() -> pagina.locator("#aanmeldknop").click());
    assertThat(antwoord.status()).isEqualTo(200);
  }

  /** No violation of WCAG 2.0 to 2.2 A and AA nor of axe's best practices. */
  protected static void assertToegankelijk(Page pagina) {
    AxeRunOptions alleenFouten = new AxeRunOptions();
    alleenFouten.setResultTypes(List.of(ResultType.Violations.getKey()));
    List<Rule> fouten =
        // In the page itself and violations alone: else axe opens a session beside it for each page
        // and carries every passed check of every element over to it.
        new AxeBuilder(pagina)
            .setLegacyMode(true)
            .options(alleenFouten)
            .withTags(
                List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
            .analyze()
            .getViolations();
    assertThat(fouten)
        .as("axe on %s", pagina.url())
        .extracting(
            regel ->
                regel.getId()
                    + ": "
                    + regel.getHelp()
                    + " at "
                    + regel.getNodes().stream().map(knoop -> knoop.getTarget() + " " + knoop.getHtml()).toList())
        .isEmpty();
  }

  /**
   * The page as it stands is accessible and fits in the width, at a desk and on a phone. It is laid out
   * anew for each width, not opened anew; who opens a page on a phone is in a walk of its own.
   */
  protected static void keur(Page pagina, String naam) {
    keur(pagina, naam, true);
  }

  /**
   * The same.
   *
   * @param ookOpTelefoon whether accessibility is asked at both widths; once for each kind of layout is
   *     enough
   */
  protected static void keur(Page pagina, String naam, boolean ookOpTelefoon) {
    for (int breedte : new int[] {TELEFOON, BUREAU}) {
      pagina.setViewportSize(breedte, HOOGTE);
      schermafdruk(pagina, naam + "-" + breedte);
      assertPastInDeBreedte(pagina);
      if (breedte == BUREAU || ookOpTelefoon) {
        assertToegankelijk(pagina);
      }
    }
  }

  /** The page itself never scrolls sideways. */
  protected static void assertPastInDeBreedte(Page pagina) {
    Object over =
        pagina.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertThat(((Number) over).intValue()).as("sideways scroll of %s", pagina.url()).isZero();
  }

  /** A picture of the whole page in {@code target/screenshots}, for who looks; nobody does where CI is set. */
  protected static void schermafdruk(Page pagina, String naam) {
    if (System.getenv("CI") != null) {
      return;
    }
    pagina.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target", "screenshots", naam + ".png"))
            .setFullPage(true));
  }
}
