using System.Text;

namespace GatewayBench;

/// <summary>A child's way to its parent: whole lines on its standard output, from any thread.</summary>
internal sealed class ChildVoice(Stream output) : IDisposable
{
    private readonly Lock _gate = new();

    /// <summary>Written when it returns, so that what the caller does next comes after it.</summary>
    public void Tell(string text)
    {
        // What a gateway printed past Console.Out may not have ended its line.
        var line = Encoding.UTF8.GetBytes($"\n{text}\n");
        lock (_gate)
        {
            try
            {
                output.Write(line);
                output.Flush();
            }
            catch (IOException)
            {
                // The parent is gone, which the end of the standard input tells as well.
            }
        }
    }

    public void Dispose() => output.Dispose();
}
