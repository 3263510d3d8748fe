package dev.wakit.campaign.internal;

import dev.wakit.campaign.PoolMember;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.store.CampaignRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The senders of one campaign as they stood at one moment, and how they share what is limited. Immutable.
 *
 * <p>Those that send are the ones that are IN. If none is, those that are only held still may: the first of them that can send again
 * ends that.
 *
 * @param members all of them, in the order of lanes; one for a campaign without a pool
 * @param waiting the lanes that have something to send, where that is known; empty if it is not
 */
record Pool(List<PoolMember> members, Set<LaneKey> waiting) {

    Pool {
        members = List.copyOf(members);
        waiting = Set.copyOf(waiting);
    }

    Pool(List<PoolMember> members) {
        this(members, Set.of());
    }

    /** The same senders, of which these have something to send. */
    Pool withWaiting(Set<LaneKey> lanes) {
        return new Pool(members, lanes);
    }

    /** A campaign with one sender. */
    static Pool of(CampaignRow row) {
        return new Pool(List.of(new PoolMember(row.lane(), 1, PoolMember.State.IN, "", row.createdAt())));
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

    /**
     * The part of a lane in a rate: its weight among those that have something to send. So the others take over what one does not use,
     * such as when most people have heard from the same sender before. 0 for one that does not send, or has nothing.
     */
    double share(LaneKey lane) {
        List<PoolMember> busy = senders().stream()
                .filter(member -> waiting.contains(member.lane()))
                .toList();
        List<PoolMember> sharing = busy.isEmpty() ? senders() : busy;
        double sum = sharing.stream().mapToInt(PoolMember::weight).sum();
        return sharing.stream()
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
