using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Gateway.Tests;

/// <summary>A certificate for 127.0.0.1 that nobody has signed, in files for a server to read.</summary>
internal sealed class TestCertificate : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("certificate-");
    private readonly string _hash;

    public TestCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=test", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = DateTimeOffset.UtcNow;
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        _hash = certificate.GetCertHashString(HashAlgorithmName.SHA256);
        File.WriteAllText(Path, certificate.ExportCertificatePem());
        File.WriteAllText(KeyPath, key.ExportPkcs8PrivateKeyPem());
    }

    public string Path => System.IO.Path.Combine(_folder.FullName, "certificate.pem");

    public string KeyPath => System.IO.Path.Combine(_folder.FullName, "key.pem");

    public bool Is(X509Certificate? other) =>
        other?.GetCertHashString(HashAlgorithmName.SHA256) == _hash;

    public void Dispose() => _folder.Delete(recursive: true);
}
