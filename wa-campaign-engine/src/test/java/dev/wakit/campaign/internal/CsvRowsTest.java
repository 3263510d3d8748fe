package dev.wakit.campaign.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.campaign.InvalidCampaignException;
import dev.wakit.campaign.InvalidCampaignException.Problem;
import dev.wakit.campaign.audience.CsvAudience;
import dev.wakit.campaign.store.AudienceRow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTest {

    @Test
    void readsNamesPhonesAndVariables() throws IOException {
        List<AudienceRow> rows = rows("Phone Number,Name,price\n+919978783238,Zoë,\"₹45,000\"\n");

        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).line()).isEqualTo(2);
        assertThat(rows.get(0).phone()).isEqualTo("+919978783238");
        assertThat(rows.get(0).name()).isEqualTo("Zoë");
        assertThat(rows.get(0).variables()).containsEntry("price", "₹45,000");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void findsTheSeparator(String separator) throws IOException {
        List<AudienceRow> rows = rows("phone,name\n+1,a\n".replace(",", separator));

        assertThat(rows.get(0).name()).isEqualTo("a");
    }

    @Test
    void ignoresAByteOrderMarkAndWindowsLineEnds() throws IOException {
        List<AudienceRow> rows = rows("\uFEFFphone,name\r\n+1,a\r\n+2,b");

        assertThat(rows).extracting(AudienceRow::phone).containsExactly("+1", "+2");
    }

    @Test
    void readsQuotesInsideQuotesAndLineBreaksInsideFields() throws IOException {
        List<AudienceRow> rows = rows("phone,note\n+1,\"say \"\"hi\"\"\nand go\"\n+2,x\n");

        assertThat(rows.get(0).variables()).containsEntry("note", "say \"hi\"\nand go");
        assertThat(rows.get(1).line()).isEqualTo(4);
    }

    @Test
    void goesOnAfterAQuoteThatIsNeverClosed() throws IOException {
        var text = new StringBuilder("phone,name\n+1,a\n+2,\"broken\n");
        for (int i = 3; i <= 40; i++) {
            text.append('+').append(i).append(",x\n");
        }
        List<AudienceRow> rows = rows(text.toString());

        assertThat(rows).hasSize(40);
        assertThat(rows.get(1).error()).contains("never closed");
        assertThat(rows.get(1).line()).isEqualTo(3);
        assertThat(rows.get(2).phone()).isEqualTo("+3");
        assertThat(rows).filteredOn(row -> !row.error().isEmpty()).hasSize(1);
    }

    @Test
    void reportsBothOfTwoStrayQuotesAndNothingElse() throws IOException {
        List<AudienceRow> rows = rows("phone,name\n+1,\"a\n+2,b\n+3,\"c\n+4,d\n");

        assertThat(rows).extracting(AudienceRow::line).containsExactly(2L, 3L, 4L, 5L);
        assertThat(rows)
                .filteredOn(row -> row.error().isEmpty())
                .extracting(AudienceRow::phone)
                .contains("+2", "+4");
    }

    @Test
    void losesNoRowBetweenTwoInchMarks() throws IOException {
        List<AudienceRow> rows = rows("phone,screen\n+1,6\" wide\n+2,plain\n+3,5\" wide\n+4,plain\n");

        assertThat(rows).extracting(AudienceRow::line).containsExactly(2L, 3L, 4L, 5L);
        assertThat(rows)
                .filteredOn(row -> row.error().isEmpty())
                .extracting(AudienceRow::phone)
                .containsExactly("+2", "+4");
    }

    @Test
    void reportsARowWithTooManyFields() throws IOException {
        List<AudienceRow> rows = rows("phone,name\n+1,Doe, John\n+2,b\n");

        assertThat(rows.get(0).error()).contains("3 fields").contains("header has 2");
        assertThat(rows.get(1).error()).isEmpty();
    }

    @Test
    void takesMissingFieldsAtTheEndAsEmpty() throws IOException {
        List<AudienceRow> rows = rows("phone,name,price\n+1,a\n");

        assertThat(rows.get(0).error()).isEmpty();
        assertThat(rows.get(0).variables()).containsOnlyKeys("phone", "name");
    }

    @Test
    void reportsALineThatIsNotUtf8() throws IOException {
        var bytes = "phone,name\n+1,Zo\u00EB\n+2,b\n".getBytes(StandardCharsets.ISO_8859_1);
        List<AudienceRow> rows = all(CsvAudience.of(bytes));

        assertThat(rows.get(0).error()).contains("UTF-8");
        assertThat(rows.get(1).error()).isEmpty();
    }

    @Test
    void skipsBlankLines() throws IOException {
        assertThat(rows("phone\n\n+1\n   \n+2\n\n"))
                .extracting(AudienceRow::line)
                .containsExactly(3L, 5L);
    }

    @Test
    void namesTheColumnsWhenNoneLooksLikeAPhoneNumber() {
        assertThatThrownBy(() -> rows("name,city\na,b\n"))
                .isInstanceOfSatisfying(
                        InvalidCampaignException.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.UNREADABLE_AUDIENCE))
                .hasMessageContaining("[name, city]");
    }

    @Test
    void takesTheColumnThatItIsTold() throws IOException {
        var csv = CsvAudience.of("a,b\nx,+1\n".getBytes(StandardCharsets.UTF_8))
                .phoneColumn("b")
                .nameColumn("a");

        assertThat(all(csv).get(0).phone()).isEqualTo("+1");
        assertThat(all(csv).get(0).name()).isEqualTo("x");
    }

    @Test
    void refusesAnEmptyFile() {
        assertThatThrownBy(() -> rows(""))
                .isInstanceOfSatisfying(
                        InvalidCampaignException.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.EMPTY_AUDIENCE));
    }

    private static List<AudienceRow> rows(String csv) throws IOException {
        return all(CsvAudience.of(csv.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<AudienceRow> all(CsvAudience audience) throws IOException {
        try (CsvRows rows = CsvRows.open(audience, column -> true)) {
            var all = new ArrayList<AudienceRow>();
            rows.forEachRemaining(all::add);
            return all;
        }
    }
}
