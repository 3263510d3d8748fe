package dev.wakit.campaign.internal;

import dev.wakit.campaign.PoolMember;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.store.CampaignRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The senders of one campaign as they stood at one moment, and how they share what is limited. Immutable.
 *
 * <p>Those that send are the ones that are IN. If none is, those that are only held still may: the first of them that can send again
 * ends that.
 *
 * @param members all of them, in the order of lanes; one for a campaign without a pool
 */
record Pool(List<PoolMember> members) {

    Pool {
        members = List.copyOf(members);
    }

    /** A campaign with one sender. */
    static Pool of(CampaignRow row) {
        return new Pool(List.of(new PoolMember(row.lane(), 1, PoolMember.State.IN, "", row.createdAt())));
    }

    /** The senders of a campaign that is about to be made. */
    static Pool of(List<PoolMember> members) {
        return new Pool(members.stream()
                .sorted(Comparator.comparing(member -> member.lane().lane()))
                .toList());
    }

    Optional<PoolMember> member(LaneKey lane) {
        return members.stream().filter(member -> member.lane().equals(lane)).findFirst();
    }

    /** Those that take part. */
    List<PoolMember> in() {
        return members.stream().filter(PoolMember::isIn).toList();
    }

    /** Those that may send now. */
    private List<PoolMember> senders() {
        List<PoolMember> in = in();
        return in.isEmpty()
                ? members.stream()
                        .filter(member -> member.state() == PoolMember.State.HELD)
                        .toList()
                : in;
    }

    /** Whether a lane may send now. */
    boolean sends(LaneKey lane) {
        return senders().stream().anyMatch(member -> member.lane().equals(lane));
    }

    /** The part of a lane in a rate: its weight among those that send; 0 if it does not. */
    double share(LaneKey lane) {
        List<PoolMember> senders = senders();
        double sum = senders.stream().mapToInt(PoolMember::weight).sum();
        return senders.stream()
                .filter(member -> member.lane().equals(lane))
                .mapToDouble(member -> member.weight() / sum)
                .findFirst()
                .orElse(0);
    }

    /**
     * The part of a lane in a whole number: one for each that sends, the rest by weight. The parts of all lanes are the whole, which is
     * at least the number of members.
     */
    int share(LaneKey lane, int whole) {
        List<PoolMember> senders = senders();
        int sum = senders.stream().mapToInt(PoolMember::weight).sum();
        long rest = Math.max(0, whole - senders.size());
        int mine = 0;
        long given = 0;
        var byRemainder = new ArrayList<PoolMember>(senders);
        for (PoolMember member : senders) {
            long part = rest * member.weight() / sum;
            given += part;
            if (member.lane().equals(lane)) {
                mine = (int) part + 1;
            }
        }
        byRemainder.sort(Comparator.comparingLong((PoolMember member) -> -(rest * member.weight() % sum))
                .thenComparing(member -> member.lane().lane()));
        for (int i = 0; i < rest - given; i++) {
            mine += byRemainder.get(i).lane().equals(lane) ? 1 : 0;
        }
        return mine;
    }
}
