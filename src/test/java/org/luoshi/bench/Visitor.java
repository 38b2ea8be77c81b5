package org.luoshi.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One person at one browser: keeps the cookies and the connection. */
final class Visitor {

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String home;
    private final Map<String, String> cookies = new TreeMap<>();
    private final @Nullable String token;

    Visitor(String home) {
        this(home, null);
    }

    /** A program with a personal token, which needs no sign-in. */
    Visitor(String home, @Nullable String token) {
        this.home = home;
        this.token = token;
    }

    void signIn(String login, String password) throws IOException {
        Matcher token = FORM_TOKEN.matcher(get("/sign-in"));
        if (!token.find()) {
            throw new IOException("No form token on the sign-in page");
        }
        String form = "_csrf=" + encode(token.group(1)) + "&login=" + encode(login) + "&password=" + encode(password);
        send("/sign-in", form, "application/x-www-form-urlencoded", 302);
    }

    String get(String address) throws IOException {
        return send(address, null, "", 200);
    }

    String post(String address, String json, int expected) throws IOException {
        return send(address, json, "application/json", expected);
    }

    private String send(String address, @Nullable String body, String type, int expected) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(home + address).toURL().openConnection();
        connection.setInstanceFollowRedirects(false);
        connection.setRequestProperty("Accept-Language", "zh-CN");
        if (!cookies.isEmpty()) {
            connection.setRequestProperty("Cookie", String.join("; ", cookies.values()));
        }
        if (token != null) {
            connection.setRequestProperty("Authorization", "Bearer " + token);
        }
        if (body != null) {
            connection.setDoOutput(true);
            connection.setRequestProperty("Content-Type", type);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body.getBytes(StandardCharsets.UTF_8));
            }
        }
        int status = connection.getResponseCode();
        if (status != expected) {
            InputStream told = connection.getErrorStream();
            String why = told == null ? "" : new String(told.readAllBytes(), StandardCharsets.UTF_8);
            throw new IOException(address + " answered " + status + " " + why);
        }
        for (String cookie : connection.getHeaderFields().getOrDefault("Set-Cookie", List.of())) {
            cookies.put(cookie.substring(0, cookie.indexOf('=')), cookie.split(";", 2)[0]);
        }
        try (InputStream in = connection.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
