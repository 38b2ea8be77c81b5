package org.luoshi.access.core;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How strict sign-in is, as {@code luoshi.access.*}.
 *
 * @param passwordClasses how many of: capitals, small letters, digits, other signs
 * @param passwordMaxAge after this a new password is asked for; zero means never
 * @param lockAfter wrong passwords in a row before a login is locked for {@code lockFor}
 * @param addressLimit failures from one network address within {@code lockFor}; a whole office may share one address
 * @param keepSignIns how long sign-ins are kept (X-39: six months at least)
 */
@ConfigurationProperties("luoshi.access")
public record AccessSettings(
        @DefaultValue("10") int passwordLength,
        @DefaultValue("3") int passwordClasses,
        @DefaultValue("0d") Duration passwordMaxAge,
        @DefaultValue("5") int lockAfter,
        @DefaultValue("10m") Duration lockFor,
        @DefaultValue("60") int addressLimit,
        @DefaultValue("365d") Duration tokenMaxAge,
        @DefaultValue("90d") Duration unusedAfter,
        @DefaultValue("365d") Duration keepSignIns) {}
