namespace GatewayBench;

/// <summary>
/// The smallest value of a file that at least a share u of its values don't exceed. Source: Hyndman and
/// Fan, "Sample quantiles in statistical packages", The American Statistician 50(4), 1996, definition 1.
/// </summary>
internal sealed class FileDelay : Delay
{
    private readonly string _path;
    private readonly TimeSpan[] _ascending;

    public FileDelay(string path)
    {
        if (!DelayScanner.CanHold(path))
        {
            throw InvalidOption.Exception(
                nameof(path),
                $"'{path}'",
                "a path that isn't empty, has no space at its ends, and whose parentheses match"
            );
        }
        _path = path;
        _ascending = DelayFile.Read(path);
        Array.Sort(_ascending);
    }

    public override string ToString() => $"{DelayWords.File}({_path})";

    internal override TimeSpan FromUniform(double uniform)
    {
        var rank = (int)Math.Ceiling(uniform * _ascending.Length);
        return _ascending[Math.Clamp(rank, 1, _ascending.Length) - 1];
    }
}
