package shop.emporium.ejb.catalog;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Fetches the bytes of a picture from the web, bounded in time, length and ways round. Where it may
 * go is for {@link PictureHosts} to say, before each step.
 */
@ApplicationScoped
class PictureFetcher {

  /** How many pictures are fetched at a time on a node. */
  static final int AT_A_TIME = 4;

  private static final int CONNECT_SECONDS = 3;
  private static final int TOTAL_SECONDS = 10;
  private static final int MAX_REDIRECTS = 3;

  /** Connections are kept for the next picture of the same host, not much longer. */
  private static final TimeValue KEPT = TimeValue.ofSeconds(30);

  @Inject private PictureHosts hosts;
  @Resource private ManagedScheduledExecutorService clock;

  private CloseableHttpClient client;

  @PostConstruct
  void open() {
    client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(hosts)
                    .setMaxConnTotal(AT_A_TIME)
                    .setMaxConnPerRoute(AT_A_TIME)
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(Timeout.ofSeconds(CONNECT_SECONDS))
                            .setSocketTimeout(Timeout.ofSeconds(TOTAL_SECONDS))
                            .setTimeToLive(KEPT)
                            .build())
                    .build())
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setConnectionRequestTimeout(Timeout.ofSeconds(TOTAL_SECONDS))
                    .setResponseTimeout(Timeout.ofSeconds(TOTAL_SECONDS))
                    .setConnectionKeepAlive(KEPT)
                    .build())
            .setUserAgent("Emporium")
            // Each redirect is checked as the first address was.
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            // A small answer must not unpack into a large one.
            .disableContentCompression()
            .build();
  }

  @PreDestroy
  void close() {
    client.close(CloseMode.IMMEDIATE);
  }

  /**
   * Fetches what is at an address.
   *
   * @throws PictureFetchException when it cannot be had, with the reason in words
   */
  byte[] fetch(String source) throws PictureFetchException {
    Fetch fetch = new Fetch();
    ScheduledFuture<?> end = clock.schedule(fetch::end, TOTAL_SECONDS, TimeUnit.SECONDS);
    try {
      return fetch.follow(parse(source));
    } catch (PictureHosts.NotPublicException refused) {
      throw new PictureFetchException(refused.getMessage());
    } catch (UnknownHostException unknown) {
      throw new PictureFetchException("There is no such host");
    } catch (SSLException untrusted) {
      throw new PictureFetchException("The host has no certificate that can be trusted");
    } catch (IOException broken) {
      throw new PictureFetchException(
          fetch.isOver()
              ? "The host did not answer within " + TOTAL_SECONDS + " s"
              : "The connection failed: " + broken.getMessage());
    } finally {
      end.cancel(false);
    }
  }

  private static URI parse(String address) throws PictureFetchException {
    try {
      // People leave blanks in addresses, and browsers take them.
      return new URI(URI.create(address.strip().replace(" ", "%20")).toASCIIString());
    } catch (IllegalArgumentException | java.net.URISyntaxException wrong) {
      throw new PictureFetchException("This is no address of a picture on the web");
    }
  }

  /** One picture being fetched: all its steps share one allowance of time. */
  private final class Fetch {

    private HttpGet request;
    private boolean over;

    byte[] follow(URI first) throws IOException, PictureFetchException {
      URI address = first;
      for (int step = 0; step <= MAX_REDIRECTS; step++) {
        try (ClassicHttpResponse answer = client.executeOpen(null, begin(address), null)) {
          int status = answer.getCode();
          Header location = answer.getFirstHeader(HttpHeaders.LOCATION);
          if (status == 200) {
            return body(answer.getEntity());
          }
          if (status < 300 || status >= 400 || location == null) {
            throw new PictureFetchException("The host answered with status " + status);
          }
          address = address.resolve(parse(location.getValue()));
        }
      }
      throw new PictureFetchException("It is redirected more than " + MAX_REDIRECTS + " times");
    }

    private synchronized HttpGet begin(URI address) throws IOException, PictureFetchException {
      if (over) {
        throw new IOException("No time is left");
      }
      request = new HttpGet(hosts.check(address));
      request.setHeader(HttpHeaders.ACCEPT, "image/webp,image/*");
      return request;
    }

    /** Ends it wherever it is; what waits for the host gets an error at once. */
    synchronized void end() {
      over = true;
      if (request != null) {
        request.abort();
      }
    }

    synchronized boolean isOver() {
      return over;
    }

    private byte[] body(HttpEntity entity) throws IOException, PictureFetchException {
      byte[] bytes =
          entity == null || entity.getContentLength() > PictureService.MAX_BYTES
              ? null
              : entity.getContent().readNBytes(PictureService.MAX_BYTES + 1);
      if (bytes == null || bytes.length > PictureService.MAX_BYTES) {
        throw new PictureFetchException(
            entity == null ? "The host answered with nothing" : "It is larger than 10 MB");
      }
      return bytes;
    }
  }
}
