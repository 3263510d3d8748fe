package dev.wakit.campaign.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.CampaignStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares {@code docs/state-machine.md} with the code, so that neither changes without the other. */
class StateMachineDocTest {

    private static final Path PAGE = Path.of("../docs/state-machine.md");
    private static final Pattern ROW =
            Pattern.compile("^\\| ([A-Z]+) \\| ([A-Z]+) \\| (\\S.*) \\|$", Pattern.MULTILINE);
    private static final Pattern EDGE = Pattern.compile("^ +([A-Z]+) --> ([A-Z]+): \\S.*$", Pattern.MULTILINE);

    @Test
    void theTableOfDeliveriesListsEveryMoveOnce() throws IOException {
        assertThat(moves(ROW, section("## A delivery")))
                .containsExactlyInAnyOrderElementsOf(moves(DeliveryState.values(), DeliveryTransitions::isAllowed));
    }

    @Test
    void theDiagramOfDeliveriesShowsAllowedMovesOnly() throws IOException {
        assertThat(moves(EDGE, section("## A delivery")))
                .isNotEmpty()
                .isSubsetOf(moves(DeliveryState.values(), DeliveryTransitions::isAllowed));
    }

    @Test
    void theTableOfCampaignsListsEveryMoveOnce() throws IOException {
        assertThat(moves(ROW, section("## A campaign")))
                .containsExactlyInAnyOrderElementsOf(moves(CampaignStatus.values(), CampaignStatus::canBecome));
    }

    @Test
    void theDiagramOfCampaignsShowsAllowedMovesOnly() throws IOException {
        assertThat(moves(EDGE, section("## A campaign")))
                .isNotEmpty()
                .isSubsetOf(moves(CampaignStatus.values(), CampaignStatus::canBecome));
    }

    @Test
    void anInterruptedSendIsNeverRunAgain() {
        assertThat(DeliveryTransitions.after(DeliveryState.SENDING)).doesNotContain(DeliveryState.SENDING);
        assertThat(Stream.of(DeliveryState.values())
                        .filter(state -> DeliveryTransitions.isAllowed(state, DeliveryState.SENDING)))
                .containsExactly(DeliveryState.PENDING);
    }

    private static String section(String heading) throws IOException {
        String page = Files.readString(PAGE);
        int start = page.indexOf(heading);
        assertThat(start).as(heading).isNotNegative();
        int end = page.indexOf("\n## ", start);
        return end < 0 ? page.substring(start) : page.substring(start, end);
    }

    private static List<String> moves(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1) + " to " + found.group(2))
                .toList();
    }

    private static <S> List<String> moves(S[] states, BiPredicate<S, S> isAllowed) {
        return Arrays.stream(states)
                .flatMap(from -> Arrays.stream(states)
                        .filter(to -> isAllowed.test(from, to))
                        .map(to -> from + " to " + to))
                .collect(Collectors.toList());
    }
}
