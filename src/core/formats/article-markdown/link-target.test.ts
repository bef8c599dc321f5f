import { describe, expect, it } from 'vitest'
import { linkTarget, sourceLink } from './link-target.ts'

describe('linkTarget', () => {
  it('keeps an ordinary address as it is', () => {
    expect(linkTarget('https://doi.org/10.1007/s00586-018-5496-1')).toBe('https://doi.org/10.1007/s00586-018-5496-1')
  })

  it('encodes what could end the link early', () => {
    expect(linkTarget('https://doi.org/10.1016/S0140-6736(20)31180-6')).toBe('https://doi.org/10.1016/S0140-6736%2820%2931180-6')
    expect(linkTarget('https://x.example/a) [b](https://evil.example')).not.toMatch(/[()[\]\s]/u)
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', '//evil.example', ''])('refuses %s', (address) => {
    expect(linkTarget(address)).toBeNull()
  })
})

describe('sourceLink', () => {
  it('prefers the DOI, then the address, then PubMed', () => {
    expect(sourceLink({ doi: '10.1/x', url: 'https://a.example/', pmid: '1' })).toBe('https://doi.org/10.1/x')
    expect(sourceLink({ doi: null, url: 'https://a.example/', pmid: '1' })).toBe('https://a.example/')
    expect(sourceLink({ doi: null, url: null, pmid: '1' })).toBe('https://pubmed.ncbi.nlm.nih.gov/1/')
    expect(sourceLink({ doi: null, url: null, pmid: null })).toBeNull()
  })
})
