package dev.wakit.campaign.internal;

import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.store.AudienceRow;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * The pages of a captured audience as deliveries to be stored, in the order of lines. While the caller stores one page, the next is
 * made beside it; never more than these two are in memory. One thread.
 */
final class DraftPages implements AutoCloseable {

    private final EngineCore engine;
    private final CampaignBook.Entry entry;
    private final Drafts drafts;
    private final Settling settling;
    private final int size;
    private final Executor beside;
    private Errand<Page> ahead;

    /** Those behind a line, of so many rows each. */
    DraftPages(EngineCore engine, CampaignBook.Entry entry, long afterLine, int size) {
        this.engine = engine;
        this.entry = entry;
        this.drafts = new Drafts(engine, entry);
        this.settling = new Settling(engine, entry, afterLine);
        this.size = size;
        this.beside = engine.settings().loops().beside("planner-reads");
        this.ahead = makeBeside(afterLine);
    }

    /**
     * Deliveries of some rows.
     *
     * @param deliveries empty at the end of the audience
     * @param lastLine the line of the last one
     */
    record Page(List<Delivery> deliveries, long lastLine) {}

    /** The next page, when the one before it is stored; an empty one when there are no more. */
    Page next() {
        Page page = ahead.result();
        if (!page.deliveries().isEmpty()) {
            ahead = makeBeside(page.lastLine());
        }
        return page;
    }

    private Errand<Page> makeBeside(long afterLine) {
        return Errand.start(beside, () -> make(afterLine));
    }

    private Page make(long afterLine) {
        List<AudienceRow> rows = engine.stores()
                .audiences()
                .read(entry.row().tenant(), entry.row().id(), afterLine, size);
        return new Page(
                settling.settle(drafts.of(rows)),
                rows.isEmpty() ? afterLine : rows.get(rows.size() - 1).line());
    }

    /** Waits for what is being made. */
    @Override
    public void close() {
        ahead.end();
    }
}
