package nl.besluitroute.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownTest {

  @Test
  void a_table_shows_plain_sentences_as_they_are_and_blank_cells_as_blank() {
    assertThat(
            Markdown.tabel(
                List.of("Datum", "Overleg", "Doel", "Conclusie"),
                List.of(
                    List.of("23-08-21", "Klankbordgroep", "Adviseren", "Positief (pag. 28)"),
                    List.of("Sept/ Okt", "Colleges", "Besluiten", ""))))
        .isEqualTo(
            """
            | Datum | Overleg | Doel | Conclusie |
            | --- | --- | --- | --- |
            | 23-08-21 | Klankbordgroep | Adviseren | Positief (pag. 28) |
            | Sept/ Okt | Colleges | Besluiten | |
            """);
  }

  @Test
  void markup_in_a_cell_shows_as_text() {
    assertThat(Markdown.cel("a|b \\ <script>x</script> &lt;"))
        .isEqualTo("a\\|b \\\\ &lt;script&gt;x&lt;/script&gt; &amp;lt;");
    assertThat(Markdown.cel("[klik](javascript:x) *vet* `code` ~weg~"))
        .isEqualTo("\\[klik\\](javascript:x) \\*vet\\* \\`code\\` \\~weg\\~");
  }

  @Test
  void line_breaks_and_control_characters_become_one_space() {
    assertThat(Markdown.cel(" een\r\n\ntwee\u0000drie\u2028vier ")).isEqualTo("een twee drie vier");
    assertThat(Markdown.cel(null)).isEmpty();
  }

  @Test
  void a_row_of_another_length_is_refused() {
    assertThatThrownBy(() -> Markdown.tabel(List.of("a", "b"), List.of(List.of("1"))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
