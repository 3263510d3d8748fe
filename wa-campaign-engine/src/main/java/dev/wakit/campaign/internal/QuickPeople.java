package dev.wakit.campaign.internal;

import dev.wakit.InvalidMessageException;
import dev.wakit.address.InvalidPhoneNumberException;
import dev.wakit.address.Recipient;
import dev.wakit.campaign.audience.AudienceMember;
import dev.wakit.campaign.content.MissingVariableException;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.delivery.SkipReason;
import dev.wakit.campaign.outbox.QuickResult;
import dev.wakit.campaign.outbox.QuickSend;
import dev.wakit.campaign.outbox.SingleSend;
import dev.wakit.message.Message;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The people of one quick send, each with a message or with the reason why not. Not thread-safe. */
final class QuickPeople {

    private final QuickSend quick;
    private final Renderer renderer;
    private final List<SingleSend> sends = new ArrayList<>();
    private final List<Integer> positions = new ArrayList<>();
    private final QuickResult[] results;
    private final Set<String> taken = new HashSet<>();

    QuickPeople(QuickSend quick) {
        this.quick = quick;
        this.renderer = Renderer.of(quick.content());
        this.results = new QuickResult[quick.people().size()];
        for (int i = 0; i < results.length; i++) {
            add(i + 1, quick.people().get(i));
        }
    }

    List<SingleSend> sends() {
        return sends;
    }

    /** One result for each person, once their sends have these deliveries. */
    List<QuickResult> results(List<DeliveryId> deliveries) {
        for (int i = 0; i < deliveries.size(); i++) {
            int position = positions.get(i);
            results[position - 1] = QuickResult.enqueued(position, deliveries.get(i));
        }
        return List.of(results);
    }

    private void add(int position, AudienceMember member) {
        try {
            Optional<Recipient> recipient = Planner.recipient(member.phone(), member.bsuid(), quick.defaultRegion());
            if (recipient.isEmpty()) {
                skip(position, SkipReason.NO_ADDRESS, "");
            } else if (!taken.add(recipient.get().key())) {
                skip(position, SkipReason.DUPLICATE, "");
            } else {
                Message message = renderer.render(Planner.withName(member.variables(), member.name()));
                sends.add(send(position, recipient.get(), message));
                positions.add(position);
            }
        } catch (InvalidPhoneNumberException e) {
            skip(position, SkipReason.INVALID_NUMBER, Planner.shorten(e.getMessage()));
        } catch (MissingVariableException e) {
            skip(position, SkipReason.MISSING_VARIABLE, e.variable());
        } catch (InvalidMessageException e) {
            skip(position, SkipReason.INVALID_CONTENT, Planner.shorten(e.getMessage()));
        }
    }

    private void skip(int position, SkipReason reason, String detail) {
        results[position - 1] = QuickResult.skipped(position, reason, detail);
    }

    private SingleSend send(int position, Recipient recipient, Message message) {
        SingleSend.Builder send = SingleSend.builder(recipient, message).priority(quick.priority());
        quick.provider().ifPresent(send::provider);
        quick.sender().ifPresent(send::sender);
        quick.category().ifPresent(send::category);
        quick.sendBy().ifPresent(send::sendBy);
        quick.idempotencyKey().ifPresent(key -> send.idempotencyKey(key + "#" + position));
        return send.build();
    }
}
