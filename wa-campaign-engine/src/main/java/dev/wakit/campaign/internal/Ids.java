package dev.wakit.campaign.internal;

import com.github.f4b6a3.tsid.Tsid;
import com.github.f4b6a3.tsid.TsidFactory;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.schedule.ScheduleId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * Makes ids that grow with time. Thread-safe.
 *
 * <p>Ten of the 22 random bits are fixed for each process, so two processes that make ids in the same millisecond meet only if they
 * drew the same number; then the primary key refuses the second row and the batch is made again with new ids.
 */
final class Ids {

    private static final int NODE_BITS = 10;
    private static final int RANDOM_BITS = 22;

    private final TsidFactory factory;

    /** By the engine's clock, since ids are compared with its times. */
    Ids(InstantSource clock, RandomGenerator random) {
        this.factory = TsidFactory.builder()
                .withNodeBits(NODE_BITS)
                .withNode(random.nextInt(1 << NODE_BITS))
                .withTimeFunction(clock::millis)
                .withRandomFunction(() -> random.nextInt())
                .build();
    }

    CampaignId campaign() {
        return new CampaignId(factory.create().toLong());
    }

    ScheduleId schedule() {
        return new ScheduleId(factory.create().toLong());
    }

    DeliveryId delivery() {
        return new DeliveryId(factory.create().toLong());
    }

    /** An id at or below every one made at this time or later. */
    static CampaignId lowestAt(Instant at) {
        return new CampaignId((at.toEpochMilli() - Tsid.TSID_EPOCH) << RANDOM_BITS);
    }

    long inbox() {
        return factory.create().toLong();
    }
}
