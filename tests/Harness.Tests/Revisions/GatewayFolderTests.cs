namespace GatewayBench.Tests.Revisions;

public sealed class GatewayFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gatewaybench").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_program_of_a_published_folder_is_found()
    {
        Write("Library.dll");
        Write("Gateway.dll");
        Write("Gateway.runtimeconfig.json");

        Assert.Equal(Path.Combine(_folder, "Gateway.dll"), GatewayFolder.AssemblyIn(_folder));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void A_folder_with_no_program_or_with_two_is_refused(int programs)
    {
        for (var i = 0; i < programs; i++)
        {
            Write($"Gateway{i}.dll");
            Write($"Gateway{i}.runtimeconfig.json");
        }

        var error = Assert.Throws<ArgumentException>(() => GatewayFolder.AssemblyIn(_folder));

        Assert.Contains($"holds {programs} programs", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_build_is_known_by_what_is_in_its_folder()
    {
        Write("Gateway.dll");
        Write("Library.dll");
        var assembly = Path.Combine(_folder, "Gateway.dll");
        var before = GatewayFolder.IdentityOf(assembly);
        Write("Gateway.log");
        Assert.Equal(before, GatewayFolder.IdentityOf(assembly));

        Write("Library.dll", "newer");

        Assert.NotEqual(before, GatewayFolder.IdentityOf(assembly));
    }

    private void Write(string name, string text = "text") =>
        File.WriteAllText(Path.Combine(_folder, name), text);
}
