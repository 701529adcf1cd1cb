using System.Text;
using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>Reads the corpus before the gateway takes requests.</summary>
internal sealed partial class CorpusLoader(
    DocumentIndex documents,
    DocumentRules rules,
    IOptions<SearchOptions> options,
    TimeProvider clock,
    ILogger<CorpusLoader> log
) : IHostedService
{
    /// <exception cref="InvalidOperationException">The file can't be read, or a line has no document.</exception>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var path = options.Value.Corpus;
        if (path.Length > 0)
        {
            var started = clock.GetTimestamp();
            Load(path);
            LogLoaded(documents.Count, clock.GetElapsedTime(started).TotalSeconds);
        }
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Load(string path)
    {
        var key = $"{SearchOptions.Section}:{nameof(SearchOptions.Corpus)} is '{path}'";
        try
        {
            using var reader = new StreamReader(path, Encoding.UTF8);
            documents.Put(rules.ReadLines(reader));
        }
        catch (DocumentException e)
        {
            throw new InvalidOperationException($"{key}, {e.Message}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException(
                $"{key}: allowed is the path of a JSONL file that can be read ({e.Message})",
                e
            );
        }
    }

    [LoggerMessage(
        LogLevel.Information,
        "{Count} documents can be searched, after {Seconds:0.0} s"
    )]
    private partial void LogLoaded(long count, double seconds);
}
