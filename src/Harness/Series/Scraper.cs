using System.Text;

namespace GatewayBench;

/// <summary>Gets a page of metrics, from a server that may be late, broken or gone.</summary>
internal sealed class Scraper(Uri url)
{
    /// <summary>Shorter than a slice, so that the next reading is not late as well.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(800);

    /// <summary>Before a run nothing is late, and a server may have to warm up first.</summary>
    private static readonly TimeSpan PatienceAtStart = TimeSpan.FromSeconds(10);

    private const int MostBytes = 8_000_000;

    private static readonly HttpClient Client = new(
        new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }
    )
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = MostBytes,
    };

    /// <returns>Null where there is no such page now.</returns>
    public string? TryFetch()
    {
        try
        {
            return Fetch(Patience);
        }
        catch (TargetStartException)
        {
            return null;
        }
    }

    /// <summary>Makes sure before a run that there is such a page.</summary>
    /// <exception cref="TargetStartException">There is none.</exception>
    public string Fetch() => Fetch(PatienceAtStart);

    /// <exception cref="TargetStartException">There is no such page now.</exception>
    private string Fetch(TimeSpan patience)
    {
        using var late = new CancellationTokenSource(patience);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            // On the calling thread: the pool may be what is exhausted.
            using var response = Client.Send(request, late.Token);
            if (!response.IsSuccessStatusCode)
            {
                throw Failed($"it answers {(int)response.StatusCode}", inner: null);
            }
            using var body = new StreamReader(response.Content.ReadAsStream(), Encoding.UTF8);
            return body.ReadToEnd();
        }
        catch (OperationCanceledException e)
        {
            throw Failed($"no answer within {Units.Count(patience.TotalSeconds)} s", e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw Failed(e.GetBaseException().Message, e);
        }
    }

    private TargetStartException Failed(string why, Exception? inner) =>
        new($"'{url}' can't be scraped: {why}; allowed: a page of Prometheus text.", inner);
}
