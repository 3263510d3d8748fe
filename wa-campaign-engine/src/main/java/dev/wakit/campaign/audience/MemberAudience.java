package dev.wakit.campaign.audience;

import java.util.Iterator;

/**
 * People given by the host, one after the other.
 *
 * @param members read once
 * @since 0.1
 */
public record MemberAudience(Iterator<AudienceMember> members) implements Audience {}
